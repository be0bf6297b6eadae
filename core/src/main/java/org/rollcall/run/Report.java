package org.rollcall.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.ComputedList;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Tolerance;

/// What a run says when it is over.
///
/// @param sync which of the program's syncs it was
/// @param run its id
/// @param target which roster went into which workspace; empty where it did not come to that
/// @param basis what the figures rest on; where Intercom was not called, `totals` counts what would
///   be done, and where nothing is known of it `totals.updated` is what would be created or updated
/// @param totals how many members ended how
/// @param requests calls made
/// @param members everybody who was not unchanged
/// @param reason why the run failed, was refused or found its sync paused, as a sentence; empty
///   when it did neither
/// @param news what is new about those who failed
/// @param tolerance after which failures a scheduler may take the run for a success
public record Report(
    SyncName sync,
    String run,
    Optional<Target> target,
    Status status,
    Instant started,
    Instant finished,
    Basis basis,
    Totals totals,
    Requests requests,
    List<Outcome> members,
    Optional<String> reason,
    FailureNews news,
    Tolerance tolerance) {
  public Report {
    members = ComputedList.keep(members);
  }

  /// Of a run in which there is no news of those who failed.
  public Report(
      SyncName sync,
      String run,
      Optional<Target> target,
      Status status,
      Instant started,
      Instant finished,
      Basis basis,
      Totals totals,
      Requests requests,
      List<Outcome> members,
      Optional<String> reason) {
    this(
        sync,
        run,
        target,
        status,
        started,
        finished,
        basis,
        totals,
        requests,
        members,
        reason,
        FailureNews.NONE,
        Tolerance.IGNORED);
  }

  /// Whether a scheduler may take the run for a success although some members failed.
  public boolean isTolerable() {
    return status == Status.PARTIAL
        && totals.notKept() == 0
        && news.failed() > 0
        && totals.failed() == news.failed()
        && news.isTolerable(tolerance);
  }

  /// Whether Intercom was not called at all.
  public boolean simulated() {
    return basis != Basis.INTERCOM;
  }

  /// Whether a report names this member: everybody for whom something was done, was not, or has to
  /// be told.
  public static boolean names(Outcome outcome) {
    return !(outcome.result() instanceof Result.Unchanged)
        || outcome.duplicatesArchived() > 0
        || !outcome.notKept().isEmpty()
        || !outcome.warnings().isEmpty();
  }

  /// From start to finish.
  public Duration duration() {
    return Duration.between(started, finished);
  }

  /// How a run ended.
  public enum Status {
    /// Converged: nobody failed.
    SUCCEEDED,
    /// Finished, but some members failed or need a person, or Intercom did not keep what it took.
    PARTIAL,
    /// The run failed or stopped.
    FAILED,
    /// A safeguard refused the plan; nothing was written.
    REFUSED,
    /// Somebody has paused the sync; nothing was read or written.
    PAUSED,
    /// Stopped by a signal or a deadline; what was in flight was finished.
    INTERRUPTED
  }

  /// @param intercom calls to Intercom, retries included
  /// @param source requests or queries to the roster
  public record Requests(int intercom, int source) {}
}
