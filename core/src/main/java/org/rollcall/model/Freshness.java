package org.rollcall.model;

import java.time.Duration;

/// How recent the roster's data must be.
///
/// @param newest what tells the time of the last change
/// @param within the maximum age
/// @param required whether a run refuses to start on older data; otherwise it only warns
public record Freshness(Newest newest, Duration within, boolean required) {}
