package org.rollcall.settings;

import java.util.Optional;
import org.rollcall.model.Freshness;
import org.rollcall.model.Schedule;

/// What is expected of what surrounds a run.
///
/// @param freshness how lately the roster must have been filled; empty where any time will do
/// @param schedule when runs are started; empty where the settings do not say
public record Upkeep(Optional<Freshness> freshness, Optional<Schedule> schedule) {}
