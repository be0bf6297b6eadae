package org.rollcall.settings;

import java.util.Optional;
import org.rollcall.model.Freshness;
import org.rollcall.model.Tolerance;
import org.rollcall.schedule.Schedule;

/// What is expected of a run's surroundings.
///
/// @param freshness how recent the roster must be; empty for no check
/// @param schedule when runs are started; empty if the settings do not say
/// @param tolerance after which failures whatever starts runs may take one for a success
public record Upkeep(
    Optional<Freshness> freshness, Optional<Schedule> schedule, Tolerance tolerance) {}
