package org.rollcall.review;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.plan.Counts;
import org.rollcall.run.Totals;

/// A run as the journal has it.
///
/// @param sync which of the program's syncs it was
/// @param target which roster went into which workspace; empty where that is not known
/// @param command what was asked for: `sync`, `undo`
/// @param starter who started it; empty where an earlier version did not say
/// @param settings a digest of the settings it ran on: two runs with one digest had the same
/// @param finished empty where it never said that it ended
/// @param status empty likewise
/// @param reason why it failed or was refused; empty where it did neither
/// @param plan what it planned; empty where it did not come to that
/// @param totals what it did; empty where it never said
/// @param calls calls to Intercom; 0 where it never said
/// @param unended what is known of it where it never said that it ended
public record JournaledRun(
    String run,
    SyncName sync,
    Optional<Target> target,
    String command,
    Optional<Starter> starter,
    String settings,
    Instant started,
    Optional<Instant> finished,
    Optional<EndedAs> status,
    Optional<String> reason,
    Optional<Counts> plan,
    Optional<Totals> totals,
    int calls,
    Unended unended) {
  /// The same, of which this is known.
  public JournaledRun as(Unended known) {
    return new JournaledRun(
        run, sync, target, command, starter, settings, started, finished, status, reason, plan,
        totals, calls, known);
  }
}
