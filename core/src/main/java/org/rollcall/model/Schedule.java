package org.rollcall.model;

import java.time.ZoneId;

/// The schedule on which another program, such as cron, starts the nightly run. Rollcall itself
/// starts nothing.
///
/// @param cron five fields as in Unix cron: `0 8 * * *`
/// @param zone the time zone of the fields
public record Schedule(String cron, ZoneId zone) {}
