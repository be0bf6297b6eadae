package org.rollcall.schedule;

import java.time.Instant;

/// The part of a day in which a run waits for fresh data.
///
/// @param dayBegins since when data count as fresh
/// @param opens the first moment at which a run may begin
/// @param closes when the run begins whatever the data are
record Window(Instant dayBegins, Instant opens, Instant closes) {}
