package org.rollcall.model;

import java.util.List;
import java.util.OptionalLong;

/// The time between two moments, for asking Intercom which contacts were created in it.
///
/// Up to version 2.16 Intercom compares dates by the day, in the workspace's time zone: *after* a
/// moment means after the end of its day, and *before* it before the beginning of its day. From
/// 2.17 on it compares to the second. So neighbours overlap by two days: whatever the zone and its
/// clock changes, no day is between them, and who compares to the second is told some contacts
/// twice.
///
/// @param after seconds since 1970, the moment itself not included
/// @param before seconds since 1970, the moment itself not included; empty for no end
public record Span(long after, OptionalLong before) {
  /// All of time in which a contact can have been created.
  public static final Span ALL = new Span(0, OptionalLong.empty());

  private static final long DAY = 86_400;
  private static final long OVERLAP = 2 * DAY;

  /// Narrower than that the halves would hardly be smaller than the whole.
  private static final long NARROWEST = 3 * OVERLAP;

  /// Two spans that have no gap between them and together are this one, split in the middle of what
  /// there is; none where it is too narrow.
  ///
  /// @param oldest when the first contact in it was created
  /// @param newest when the last contact of all was created
  public List<Span> halves(long oldest, long newest) {
    long from = Math.max(after, oldest);
    long to = Math.min(before.orElse(newest), newest);
    if (to - from < NARROWEST) {
      return List.of();
    }
    long middle = from + (to - from) / 2;
    return List.of(new Span(after, OptionalLong.of(middle + OVERLAP)), new Span(middle, before));
  }
}
