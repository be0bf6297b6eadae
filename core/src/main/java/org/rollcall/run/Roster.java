package org.rollcall.run;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.model.Member;

/// Where members come from.
public interface Roster {
  /// Reads every eligible member in the order of their key and hands each to `each`, all or
  /// nothing: a reading that ends short of the exact count ends in an exception.
  ///
  /// Progress is told as [RunEvent.RosterCounted], [RunEvent.RosterPage], [RunEvent.RosterRead] and
  /// [RunEvent.RosterRetry].
  ///
  /// @param limit read no more than the first this many; empty for all
  /// @return how many requests or queries it took
  /// @throws RunStopped when the roster cannot be read whole, or the settings do not fit it
  /// @throws InterruptedException when the calling thread is interrupted
  int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events)
      throws InterruptedException;

  /// The number of everybody in the members' table, eligible or not. A contact with one of these as
  /// its external id belongs to that person and never to another member.
  ///
  /// @throws RunStopped when they cannot all be read
  /// @throws InterruptedException when the calling thread is interrupted
  Census everybody(Consumer<RunEvent> events) throws InterruptedException;
}
