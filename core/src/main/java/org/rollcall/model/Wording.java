package org.rollcall.model;

import java.time.Duration;
import java.time.Instant;

/// How sentences tell numbers and times.
public final class Wording {
  private Wording() {}

  /// `1 contact`, `2 contacts`.
  public static String count(long number, String one) {
    return number == 1 ? "1 " + one : number + " " + one + "s";
  }

  /// A length of time that is not known exactly: `14 s`, `21 min`, `2 h 5 min`.
  public static String about(Duration duration) {
    long seconds = Math.max(1, Math.ceilDiv(duration.toMillis(), 1000L));
    long minutes = Math.ceilDiv(seconds, 60L);
    if (seconds < 120) {
      return seconds + " s";
    }
    return minutes < 60 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }

  /// When Intercom made a contact; `unknown` for 0, because Intercom's answer then had no time.
  public static String created(long unixSeconds) {
    return unixSeconds == 0 ? "unknown" : Instant.ofEpochSecond(unixSeconds).toString();
  }
}
