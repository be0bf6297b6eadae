package org.rollcall.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.rollcall.run.PlanSource;

/// How long ago the contacts were listed that the last plan was made of. For many threads.
final class ListAge {
  /// Within this time few contacts change hands, and whoever meets one finds out by the answer.
  private static final Duration YOUNG = Duration.ofSeconds(60);

  private final InstantSource clock;
  private volatile Instant listed = Instant.MIN;

  ListAge(InstantSource clock) {
    this.clock = clock;
  }

  /// The same source; the age counts from when it begins to plan.
  PlanSource of(PlanSource source) {
    return (limit, events) -> {
      listed = clock.instant();
      return source.plan(limit, events);
    };
  }

  boolean isOld() {
    return clock.instant().isAfter(listed.plus(YOUNG));
  }
}
