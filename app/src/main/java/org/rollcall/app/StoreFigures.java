package org.rollcall.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.rollcall.model.SyncName;

/// What those who watch a service want to know of its store.
///
/// @param lastSuccesses when the last run of a sync ended that succeeded, whichever process it was
/// @param lastCompletions the same of runs that went through all members, whoever of them failed
/// @param leases by workspace, how long those that are held still hold
/// @param took how long the store took to answer
public record StoreFigures(
    Map<SyncName, Instant> lastSuccesses,
    Map<SyncName, Instant> lastCompletions,
    Map<String, Duration> leases,
    Duration took) {
  /// The same without syncs that the settings do not name any more.
  public StoreFigures of(Collection<SyncName> syncs) {
    return new StoreFigures(only(syncs, lastSuccesses), only(syncs, lastCompletions), leases, took);
  }

  private static Map<SyncName, Instant> only(
      Collection<SyncName> syncs, Map<SyncName, Instant> all) {
    var some = new HashMap<>(all);
    some.keySet().retainAll(syncs);
    return some;
  }
}
