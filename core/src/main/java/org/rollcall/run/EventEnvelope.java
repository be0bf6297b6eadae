package org.rollcall.run;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;

/// An event and where it belongs: two runs that go on at once are told apart by it.
///
/// @param sync which of the program's syncs
/// @param run the run's id
/// @param target which roster goes into which workspace; empty until that is known
/// @param sequence counts the run's events from 1
/// @param time when it was told
public record EventEnvelope(
    SyncName sync,
    String run,
    Optional<Target> target,
    long sequence,
    Instant time,
    RunEvent event) {

  /// Another event in this one's place.
  public EventEnvelope instead(RunEvent other) {
    return new EventEnvelope(sync, run, target, sequence, time, other);
  }
}
