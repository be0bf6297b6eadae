package org.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.rollcall.model.Rate;

/// Counts calls against a rate. Thread-safe.
final class RateMeter {
  /// The result for one call: whether it is admitted, and the values of the headers.
  ///
  /// @param reset when calls are free again, in Unix seconds
  record Reading(boolean admitted, int limit, int remaining, long reset) {}

  private final Rate rate;
  private final OpenQuestion.RateWindows windows;
  private final Deque<Instant> calls = new ArrayDeque<>();

  RateMeter(Rate rate, OpenQuestion.RateWindows windows) {
    this.rate = rate;
    this.windows = windows;
  }

  /// Counts a call made at `now`, unless the window is full.
  synchronized Reading count(Instant now) {
    forgetBefore(now);
    var admitted = calls.size() < rate.calls();
    if (admitted) {
      calls.addLast(now);
    }
    return new Reading(admitted, rate.calls(), rate.calls() - calls.size(), reset(now));
  }

  private void forgetBefore(Instant now) {
    var edge =
        switch (windows) {
          case FIXED -> windowStart(now);
          case SLIDING -> now.minus(rate.window()).plusNanos(1);
        };
    while (!calls.isEmpty() && calls.getFirst().isBefore(edge)) {
      calls.removeFirst();
    }
  }

  private Instant windowStart(Instant now) {
    var seconds = rate.window().toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
  }

  private long reset(Instant now) {
    return switch (windows) {
      case FIXED -> windowStart(now).plus(rate.window()).getEpochSecond();
      case SLIDING -> {
        var oldest = calls.isEmpty() ? now : calls.getFirst();
        yield oldest.plus(rate.window()).plusNanos(999_999_999).getEpochSecond();
      }
    };
  }
}
