package org.rollcall.cli;

import picocli.CommandLine.Option;

/// What a run makes of a sync that somebody has paused.
final class PauseOption {
  @Option(
      names = "--skip-if-paused",
      description = "Exit with 0 rather than 6 where somebody has paused the sync.")
  private boolean skip;

  /// Whether there is simply nothing to do then.
  boolean isGood() {
    return skip;
  }
}
