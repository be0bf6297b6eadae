package org.rollcall.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where it is written who has the right to write to a workspace, and until when.
///
/// Each method throws [StoreTrouble] when the record can be neither read nor written.
public interface LeaseRecord {
  /// Who has it.
  ///
  /// @param run the run
  /// @param name the machine and the process, for a person
  /// @param since when it was taken
  record Holder(String run, String name, Instant since) {}

  /// Takes it, where nobody has it or where whoever has it has not been heard of in time. A run
  /// that has it already takes it anew.
  ///
  /// @param workspace the workspace's id
  /// @param life how long it is held without a renewal
  /// @return who has it instead; empty where it was taken
  Optional<Holder> take(String workspace, String run, String name, Duration life);

  /// Says that the run lives. Never takes anything: a run that was overtaken finds that out here.
  ///
  /// @return whether the run has it still
  boolean renew(String workspace, String run, Duration life);

  /// Gives it back, where this run has it.
  void release(String workspace, String run);
}
