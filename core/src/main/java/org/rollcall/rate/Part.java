package org.rollcall.rate;

/// The part of a rate that one of its users may use.
///
/// @param mine calls of `whole`
/// @param whole the calls of a window, as far as the user knows; at least 1
/// @param alone whether nobody else has a part
public record Part(int mine, int whole, boolean alone) {
  /// The part of a user who shares with nobody.
  public static final Part ALL = new Part(1, 1, true);

  /// The part of `calls`. A user who has any part has at least one call of each limit.
  public int of(int calls) {
    return mine == 0 ? 0 : (int) Math.max(1, (long) calls * mine / whole);
  }

  /// Whether it is no more than `other`.
  public boolean isWithin(Part other) {
    return (long) mine * other.whole <= (long) other.mine * whole;
  }
}
