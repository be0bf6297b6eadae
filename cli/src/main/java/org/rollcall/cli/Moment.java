package org.rollcall.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A time that somebody names: by the calendar, or as a while before or after now.
sealed interface Moment {
  /// This time.
  record At(Instant time) implements Moment {}

  /// So long before or after now.
  record Away(Duration span) implements Moment {}

  /// The time itself, where a while is one that has passed.
  default Instant before(Instant now) {
    return switch (this) {
      case At(var time) -> time;
      case Away(var span) -> now.minus(span);
    };
  }

  /// The time itself, where a while is one to come.
  default Instant after(Instant now) {
    return switch (this) {
      case At(var time) -> time;
      case Away(var span) -> now.plus(span);
    };
  }

  /// Reads `2026-11-01`, `2026-11-01T08:00`, `2026-11-01T08:00+01:00`, `36h`, `7d` and `2w`. Times
  /// without a zone are in UTC, as the history shows them.
  final class Converter implements ITypeConverter<Moment> {
    private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,4})([mhdw])");

    private static final List<Function<String, Instant>> TIMES =
        List.of(
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> OffsetDateTime.parse(text).toInstant());

    @Override
    public Moment convert(String text) {
      var asked = text.strip();
      return span(asked)
          .or(() -> time(asked))
          .orElseThrow(() ->
              new TypeConversionException(
                  "'%s' is no date such as 2026-11-01 and no span such as 36h, 7d or 2w"
                      .formatted(text)));
    }

    private static Optional<Moment> span(String text) {
      var form = SPAN.matcher(text.toLowerCase(Locale.ROOT));
      if (!form.matches()) {
        return Optional.empty();
      }
      var number = Long.parseLong(form.group(1));
      return Optional.of(
          new Away(
              switch (form.group(2)) {
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                case "d" -> Duration.ofDays(number);
                default -> Duration.ofDays(7 * number);
              }));
    }

    private static Optional<Moment> time(String text) {
      return TIMES.stream().flatMap(form -> read(form, text)).findFirst().map(At::new);
    }

    private static Stream<Instant> read(Function<String, Instant> form, String text) {
      try {
        return Stream.of(form.apply(text));
      } catch (DateTimeParseException _) {
        return Stream.empty();
      }
    }
  }
}
