package org.rollcall.review;

import java.util.List;
import java.util.Locale;

/// How a sync is, in one word.
public enum SyncHealth {
  /// The last run left nobody behind.
  HEALTHY,
  /// The last run finished, and some members failed.
  PARTIAL,
  /// The last run did not finish.
  FAILING,
  /// Somebody has paused it.
  PAUSED,
  /// No run has ended yet, as far as is remembered.
  UNKNOWN;

  /// @param runs the latest runs, the newest first
  public static SyncHealth of(boolean paused, List<JournaledRun> runs) {
    return paused
        ? PAUSED
        : runs.stream()
            .filter(run -> run.status().isPresent() || run.unended() != Unended.RUNNING)
            .map(run -> run.status().map(SyncHealth::of).orElse(FAILING))
            .filter(health -> health != PAUSED)
            .findFirst()
            .orElse(UNKNOWN);
  }

  private static SyncHealth of(EndedAs ending) {
    return switch (ending) {
      case SUCCEEDED -> HEALTHY;
      case PARTIAL -> PARTIAL;
      case PAUSED -> PAUSED;
      case FAILED, REFUSED, INTERRUPTED -> FAILING;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /// As programs read it: `healthy`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
