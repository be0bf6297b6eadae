package org.rollcall.intercom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.rollcall.apply.Quota;

/// Reads the rate limit from the headers.
///
/// Intercom gives the end of its window in Unix seconds. The remaining time is computed from the
/// answer's own `Date`, so that a wrong clock on this machine does not matter.
final class Limits {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  /// A window plus one second, because both times are in whole seconds.
  private static final Duration LONGEST_WINDOW = Duration.ofSeconds(11);

  /// The longest wait that is honoured when Intercom asks for a pause.
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final InstantSource clock;

  Limits(InstantSource clock) {
    this.clock = clock;
  }

  /// The quota; empty unless the headers give both the limit and the remainder. They do not before
  /// the token is accepted.
  Optional<Quota> quota(Headers headers) {
    var limit = headers.number("X-RateLimit-Limit");
    var remaining = headers.number("X-RateLimit-Remaining");
    if (limit.isEmpty() || remaining.isEmpty() || limit.getAsLong() < 1) {
      return Optional.empty();
    }
    var reset = untilReset(headers).orElse(WINDOW);
    return Optional.of(new Quota(count(limit.getAsLong()), count(remaining.getAsLong()), reset));
  }

  /// How long to wait after a 429; a whole window if the headers do not say.
  Duration pause(Headers headers) {
    return retryAfter(headers).or(() -> untilReset(headers)).orElse(WINDOW);
  }

  private Optional<Duration> untilReset(Headers headers) {
    var reset = headers.number("X-RateLimit-Reset");
    return reset.isEmpty()
        ? Optional.empty()
        : Optional.of(clamp(reset.getAsLong() - now(headers).getEpochSecond(), LONGEST_WINDOW));
  }

  /// Intercom does not document `Retry-After` for REST calls, but a proxy in front of it may send
  /// it.
  private Optional<Duration> retryAfter(Headers headers) {
    var seconds = headers.number("Retry-After");
    if (seconds.isPresent()) {
      return Optional.of(clamp(seconds.getAsLong(), LONGEST_PAUSE));
    }
    return headers
        .first("Retry-After")
        .flatMap(Limits::date)
        .map(until -> clamp(until.getEpochSecond() - now(headers).getEpochSecond(), LONGEST_PAUSE));
  }

  private Instant now(Headers headers) {
    return headers.first("Date").flatMap(Limits::date).orElseGet(clock::instant);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Duration clamp(long seconds, Duration longest) {
    return Duration.ofSeconds(Math.clamp(seconds, 0, longest.toSeconds()));
  }

  private static int count(long number) {
    return Math.clamp(number, 0, Integer.MAX_VALUE);
  }
}
