package org.rollcall.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How long a run may take: `90s`, `45m`, `2h`.
///
/// @param time longer than nothing
record Deadline(Duration time) {
  /// True once `stop` is true, or once the time has passed since the call of this method.
  BooleanSupplier or(BooleanSupplier stop) {
    long began = System.nanoTime();
    return () -> stop.getAsBoolean() || System.nanoTime() - began >= time.toNanos();
  }

  /// Reads a deadline from the command line.
  static final class Converter implements ITypeConverter<Deadline> {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})([smh])");

    @Override
    public Deadline convert(String text) {
      var form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
      if (!form.matches()) {
        throw new TypeConversionException(
            "'%s' is not a time such as 90s, 45m or 2h".formatted(text));
      }
      var number = Long.parseLong(form.group(1));
      return new Deadline(
          switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
          });
    }
  }
}
