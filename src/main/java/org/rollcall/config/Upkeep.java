package org.rollcall.config;

import java.util.Optional;
import org.rollcall.model.Freshness;
import org.rollcall.model.Schedule;

/// What is expected of what surrounds a run.
///
/// @param freshness how new the roster's newest row must be; empty where any will do
/// @param schedule when runs are started; empty where the settings do not say
public record Upkeep(Optional<Freshness> freshness, Optional<Schedule> schedule) {}
