package org.rollcall.settings;

import java.util.Optional;
import org.rollcall.model.Freshness;
import org.rollcall.model.Schedule;

/// What is expected of a run's surroundings.
///
/// @param freshness how recent the roster must be; empty for no check
/// @param schedule when runs are started; empty if the settings do not say
public record Upkeep(Optional<Freshness> freshness, Optional<Schedule> schedule) {}
