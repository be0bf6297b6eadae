package org.rollcall.model;

import java.time.Duration;

/// How lately the roster must have been filled: the sign that whoever fills it has done so.
///
/// @param newest what tells when that was
/// @param within how long ago it may be
/// @param required whether a run refuses to begin on an older one; else it warns
public record Freshness(Newest newest, Duration within, boolean required) {}
