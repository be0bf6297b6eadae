package org.rollcall.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.rollcall.model.SyncName;

/// What those who watch a service want to know of its store.
///
/// @param lastSuccesses when the last run of a sync ended that succeeded, whichever process it was
/// @param leases by workspace, how long those that are held still hold
/// @param took how long the store took to answer
public record StoreFigures(
    Map<SyncName, Instant> lastSuccesses, Map<String, Duration> leases, Duration took) {}
