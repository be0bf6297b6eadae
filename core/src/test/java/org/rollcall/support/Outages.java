package org.rollcall.support;

import java.time.Duration;
import org.rollcall.apply.Outage;

/// Watches over outages, for tests that are about something else.
public final class Outages {
  private Outages() {}

  /// One that no outage ends a run by, and that never lets time pass.
  public static Outage patient() {
    return new Outage(Duration.ofDays(1_000), _ -> {}, new HeardListener());
  }
}
