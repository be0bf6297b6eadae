package org.rollcall.model;

import java.util.List;
import java.util.OptionalLong;

/// A span of time, for asking Intercom which contacts were created in it.
///
/// Up to version 2.16 Intercom compares dates by the day, in the workspace's time zone: *after*
/// means after the end of that day, and *before* means before its beginning. From 2.17 on it
/// compares to the second. Neighbouring spans therefore overlap by two days, so that no day is lost
/// in any zone. With 2.17 some contacts are found twice.
///
/// @param after Unix seconds, exclusive
/// @param before Unix seconds, exclusive; empty for no end
public record Span(long after, OptionalLong before) {
  /// The whole time in which contacts can have been created.
  public static final Span ALL = new Span(0, OptionalLong.empty());

  private static final long DAY = 86_400;
  private static final long OVERLAP = 2 * DAY;

  /// In a narrower span the halves would hardly be smaller than the whole.
  private static final long NARROWEST = 3 * OVERLAP;

  /// Splits this span into two overlapping spans that cover it, at the middle between `oldest` and
  /// `newest`; empty if it is too narrow.
  ///
  /// @param oldest when the first contact in it was created
  /// @param newest when the last contact in it was created
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
