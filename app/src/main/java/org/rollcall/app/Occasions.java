package org.rollcall.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.review.EndedAs;
import org.rollcall.run.Report;
import org.rollcall.run.Report.Status;
import org.rollcall.settings.Notify.Occasion;

/// What a run is an occasion of.
///
/// @param before how the run before it ended; empty where there is none, or where that is not known
record Occasions(Report report, Supplier<Optional<EndedAs>> before) {
  boolean include(Occasion occasion) {
    return switch (occasion) {
      case FAILED -> report.status() == Status.FAILED;
      case PARTIAL -> report.status() == Status.PARTIAL;
      case NEW_FAILURES -> !report.news().anew().isEmpty();
      case RECOVERED -> isFinished() && (!report.news().recovered().isEmpty() || hadFailed());
      case REFUSED -> report.status() == Status.REFUSED;
      case PAUSED -> report.status() == Status.PAUSED;
      case INTERRUPTED -> report.status() == Status.INTERRUPTED;
      case ALWAYS -> true;
    };
  }

  private boolean isFinished() {
    return report.status() == Status.SUCCEEDED || report.status() == Status.PARTIAL;
  }

  private boolean hadFailed() {
    return before
        .get()
        .filter(ending -> ending == EndedAs.FAILED || ending == EndedAs.REFUSED)
        .isPresent();
  }
}
