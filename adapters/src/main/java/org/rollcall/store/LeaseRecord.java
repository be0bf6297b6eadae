package org.rollcall.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where it is written who has the right to write to a workspace, and until when.
///
/// A record decides nothing. It says what is written, and takes the lease only from whoever was
/// seen to have it: in between nobody else can have taken or renewed it.
///
/// Each method throws [StoreTrouble] when the record can be neither read nor written.
public interface LeaseRecord {
  /// What is written of a workspace at one moment.
  ///
  /// @param row empty where nobody ever took the lease
  /// @param now the time of the clock that `row`'s times are compared with
  /// @param common whether that clock is one for all who share the record; else the row has the
  ///   time of its holder's machine, and `now` is this machine's
  record Sight(Optional<LeaseRow> row, Instant now, boolean common) {}

  /// Who wants it.
  ///
  /// @param run the run
  /// @param holder the machine and the process, for a person
  /// @param process the process as others on its machine recognise it; empty where nothing is known
  /// @param life how long it is held without a renewal
  record Claim(String run, String holder, String process, Duration life) {}

  /// What a run has once it has taken the lease.
  ///
  /// @param generation the lease's at that time; once it has grown the tenure is over for good
  record Tenure(String workspace, String run, long generation, Duration life) {}

  /// What is written of a workspace.
  Sight look(String workspace);

  /// Takes the lease, if nothing has changed since `seen`.
  ///
  /// @return empty where somebody was faster
  Optional<Tenure> take(String workspace, Sight seen, Claim claim);

  /// Says that the run lives. Never takes anything: a run that was overtaken, or that comes too
  /// late, finds that out here.
  ///
  /// @return whether the run has it still
  boolean renew(Tenure tenure);

  /// Gives it back, where this run has it still. The generation stays.
  void release(Tenure tenure);
}
