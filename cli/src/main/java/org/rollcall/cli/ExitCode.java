package org.rollcall.cli;

import org.rollcall.run.Report;
import org.rollcall.run.RunStopped;

/// What the program tells its caller. A number that is not here means failure.
public enum ExitCode {
  /// Converged, nothing failed.
  CONVERGED(0),
  /// The run failed or stopped.
  FAILED(1),
  /// Wrong usage or settings.
  USAGE(2),
  /// Finished, some members failed or need a person.
  PARTIAL(3),
  /// The safeguard refused the plan.
  REFUSED(4),
  /// `plan --exit-code`: there are changes.
  CHANGES(5),
  /// Somebody has paused the sync, so nothing was read or written.
  PAUSED(6),
  /// Interrupted. What was in flight was finished and recorded.
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /// The number the process exits with.
  public int code() {
    return code;
  }

  /// The code where something that was promised could not be written: a run that converged has
  /// failed then, and any other keeps its own code.
  ExitCode butUnwritten() {
    return this == CONVERGED ? FAILED : this;
  }

  /// The code of a run that ended with this report.
  public static ExitCode of(Report report) {
    return report.isTolerable() ? CONVERGED : of(report.status());
  }

  /// The code of a run that ended so.
  public static ExitCode of(Report.Status status) {
    return switch (status) {
      case SUCCEEDED -> CONVERGED;
      case PARTIAL -> PARTIAL;
      case FAILED -> FAILED;
      case REFUSED -> REFUSED;
      case PAUSED -> PAUSED;
      case INTERRUPTED -> INTERRUPTED;
    };
  }

  /// The code of a run that could not begin or could not go on.
  public static ExitCode of(RunStopped.Kind kind) {
    return switch (kind) {
      case FAILED, MISSING -> FAILED;
      case SETTINGS -> USAGE;
      case REFUSED -> REFUSED;
      case PAUSED -> PAUSED;
      case INTERRUPTED -> INTERRUPTED;
    };
  }
}
