package org.rollcall.plan;

import java.time.Instant;
import org.rollcall.model.MemberId;

/// A difference that run after run wrote away and that is there again: somebody else writes the
/// field, too, or Intercom shows an old value.
///
/// @param difference what Intercom holds each time, and what is written each time
/// @param times how often it was written in the same way, without another write of the field
///   between
/// @param first when that began
/// @param last when it was written last
public record Fight(
    MemberId member, Difference difference, int times, Instant first, Instant last) {}
