package org.rollcall.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.rollcall.apply.Applied;
import org.rollcall.model.ComputedList;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Tolerance;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;

/// Makes the report of one run, whichever way it ends. For one thread.
final class Reports {
  private final SyncName sync;
  private final String run;
  private final InstantSource clock;
  private final IntSupplier calls;
  private final Instant started;
  private Optional<Target> target = Optional.empty();

  Reports(SyncName sync, String run, InstantSource clock, IntSupplier calls) {
    this.sync = sync;
    this.run = run;
    this.clock = clock;
    this.calls = calls;
    this.started = clock.instant();
  }

  /// Notes what the run is about.
  void admitted(Target found) {
    target = Optional.of(found);
  }

  Target target() {
    return target.orElseThrow();
  }

  /// Of a run that carried its plan out, at least in part.
  Report of(Planned planned, Applied applied, FailureNews news, Tolerance tolerance) {
    var totals = Tally.of(applied.outcomes()).notKeeping(heldBack(planned.plan()));
    return new Report(
        sync,
        run,
        target,
        status(applied, totals),
        started,
        clock.instant(),
        Basis.INTERCOM,
        totals,
        new Report.Requests(calls.getAsInt(), planned.sourceRequests()),
        ComputedList.where(applied.outcomes(), Report::names),
        applied.denial(),
        news,
        tolerance);
  }

  /// Of a run that ended before anything was written.
  Report ended(Report.Status status, Optional<String> reason) {
    return new Report(
        sync,
        run,
        target,
        status,
        started,
        clock.instant(),
        Basis.INTERCOM,
        Totals.NONE,
        new Report.Requests(calls.getAsInt(), 0),
        List.of(),
        reason);
  }

  private static Report.Status status(Applied applied, Totals totals) {
    if (applied.denial().isPresent()) {
      return Report.Status.FAILED;
    }
    if (!applied.whole()) {
      return Report.Status.INTERRUPTED;
    }
    return totals.isWhole() ? Report.Status.SUCCEEDED : Report.Status.PARTIAL;
  }

  /// The values that were not sent again, since Intercom is known not to keep them.
  private static int heldBack(Plan plan) {
    return plan.notices().stream().mapToInt(Reports::heldBack).sum();
  }

  private static int heldBack(Notice notice) {
    return switch (notice) {
      case Notice.HeldBack(_, var members) -> members;
      case Notice.Fighting fighting when fighting.held() -> fighting.members();
      case Notice.MoreFights(_, var members, var held) when held -> members;
      case Notice _ -> 0;
    };
  }
}
