package org.rollcall.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Calls allowed in a window of time, written `166/10s`.
///
/// @param calls at least 1
/// @param window whole seconds, at least 1
public record Rate(int calls, Duration window) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})/([1-9]\\d{0,4})s");

  @Override
  public String toString() {
    return calls + "/" + window.toSeconds() + "s";
  }

  /// Reads a rate from the command line.
  static final class Converter implements ITypeConverter<Rate> {
    @Override
    public Rate convert(String text) {
      var form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException(
            "'%s' is not a rate such as 166/10s (166 calls in 10 seconds)".formatted(text));
      }
      return new Rate(
          Integer.parseInt(form.group(1)), Duration.ofSeconds(Long.parseLong(form.group(2))));
    }
  }
}
