package org.rollcall.rate;

import java.time.Duration;

/// How long what users of a rate say holds.
public final class Terms {
  /// How often a user says what it needs.
  public static final Duration PERIOD = Duration.ofSeconds(2);

  /// How soon it may say it again where a new call waits for its first part.
  public static final Duration SOONEST = Duration.ofSeconds(1);

  /// How long a user may use its part after it last asked. Two askings may fail meanwhile.
  public static final Duration VALID = Duration.ofSeconds(6);

  /// A call that was sent when the part ended may be counted so much later.
  public static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

  private Terms() {}
}
