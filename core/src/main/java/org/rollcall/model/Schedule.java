package org.rollcall.model;

import java.time.ZoneId;

/// When somebody else, cron for one, is said to start the nightly run. Rollcall starts nothing by
/// it.
///
/// @param cron five fields as Unix's cron has them: `0 8 * * *`
/// @param zone whose clock the fields mean
public record Schedule(String cron, ZoneId zone) {}
