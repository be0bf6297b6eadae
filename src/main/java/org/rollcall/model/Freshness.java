package org.rollcall.model;

import java.time.Duration;

/// How new the newest row of a table must be: the sign that whoever fills it has done so.
///
/// @param table in the roster's schema
/// @param column a time or a date of each row
/// @param within the greatest age of the newest row
/// @param required whether a run refuses to begin on an older one; else it warns
public record Freshness(String table, String column, Duration within, boolean required) {}
