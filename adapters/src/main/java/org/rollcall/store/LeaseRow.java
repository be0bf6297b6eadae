package org.rollcall.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is written down of a workspace's lease. Two rows are equal as long as nobody has taken,
/// renewed or given back the lease in between.
///
/// @param generation grows with each taking
/// @param renewals how often this holder has renewed it
/// @param run the run that has it, or that gave it back last
/// @param holder the machine and the process, for a person
/// @param process the process as others on its machine recognise it; empty where nothing is known
/// @param since when it was taken
/// @param expires until when it is held without a renewal
/// @param life how long it is held without a renewal
/// @param uptime how long the holder's machine had been up at the last renewal; empty if unknown
public record LeaseRow(
    long generation,
    long renewals,
    String run,
    String holder,
    String process,
    Instant since,
    Instant expires,
    Duration life,
    Optional<Duration> uptime) {
  /// When a lease expires that was given back.
  static final Instant RELEASED = Instant.EPOCH;

  /// The row after `claim` has taken the lease.
  static LeaseRow taken(Optional<LeaseRow> before, LeaseRecord.Claim claim, LeaseClock clock) {
    var now = clock.now();
    return new LeaseRow(
        before.map(LeaseRow::generation).orElse(0L) + 1,
        0,
        claim.run(),
        claim.holder(),
        claim.process(),
        now.day(),
        now.day().plus(claim.life()),
        claim.life(),
        now.uptime());
  }

  /// Whether the holder gave it back.
  public boolean isReleased() {
    return expires.equals(RELEASED);
  }

  /// The same, renewed at this moment.
  LeaseRow renewed(LeaseClock clock) {
    var now = clock.now();
    return new LeaseRow(
        generation,
        renewals + 1,
        run,
        holder,
        process,
        since,
        now.day().plus(life),
        life,
        now.uptime());
  }

  /// The same, given back: the generation stays, and who had it can be told.
  LeaseRow released() {
    return new LeaseRow(
        generation, renewals, run, holder, process, since, RELEASED, life, Optional.empty());
  }

  boolean isOf(LeaseRecord.Tenure tenure) {
    return run.equals(tenure.run()) && generation == tenure.generation();
  }
}
