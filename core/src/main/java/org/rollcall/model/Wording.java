package org.rollcall.model;

import java.time.Instant;

/// How sentences tell numbers and times.
public final class Wording {
  private Wording() {}

  /// `1 contact`, `2 contacts`.
  public static String count(long number, String one) {
    return number == 1 ? "1 " + one : number + " " + one + "s";
  }

  /// When Intercom made a contact; `unknown` for 0, because Intercom's answer then had no time.
  public static String created(long unixSeconds) {
    return unixSeconds == 0 ? "unknown" : Instant.ofEpochSecond(unixSeconds).toString();
  }
}
