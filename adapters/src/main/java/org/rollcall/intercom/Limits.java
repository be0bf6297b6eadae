package org.rollcall.intercom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.rollcall.apply.Quota;

/// What the headers say of the rate limit.
///
/// Intercom names the moment its window ends in Unix seconds. How long that is from now is told by
/// the answer's own `Date`, so that a wrong clock on this machine changes nothing.
final class Limits {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  /// A window and a second, since both moments come in whole seconds.
  private static final Duration LONGEST_WINDOW = Duration.ofSeconds(11);

  /// The longest Intercom is obeyed that asks to be left alone.
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final InstantSource clock;

  Limits(InstantSource clock) {
    this.clock = clock;
  }

  /// The quota; empty where the headers do not tell both the limit and what is left of it, as
  /// before the token is accepted.
  Optional<Quota> quota(Headers headers) {
    var limit = headers.number("X-RateLimit-Limit");
    var remaining = headers.number("X-RateLimit-Remaining");
    if (limit.isEmpty() || remaining.isEmpty() || limit.getAsLong() < 1) {
      return Optional.empty();
    }
    var reset = untilReset(headers).orElse(WINDOW);
    return Optional.of(new Quota(count(limit.getAsLong()), count(remaining.getAsLong()), reset));
  }

  /// How long to wait after a 429; a whole window where nothing is said.
  Duration pause(Headers headers) {
    return retryAfter(headers).or(() -> untilReset(headers)).orElse(WINDOW);
  }

  private Optional<Duration> untilReset(Headers headers) {
    var reset = headers.number("X-RateLimit-Reset");
    return reset.isEmpty()
        ? Optional.empty()
        : Optional.of(clamp(reset.getAsLong() - now(headers).getEpochSecond(), LONGEST_WINDOW));
  }

  /// Not documented for REST calls, yet obeyed where something before Intercom sends it.
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
