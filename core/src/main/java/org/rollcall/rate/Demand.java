package org.rollcall.rate;

/// What a user of a rate needs at one moment.
///
/// @param held calls of `whole` that count for it now, or may yet
/// @param wanted calls of `whole` that it could use; 0 if it needs none
/// @param whole the calls of a window, as far as the user knows; at least 1
public record Demand(int held, int wanted, int whole) {
  /// The demand of a user who leaves.
  public Demand ofLeaver() {
    return new Demand(held, 0, whole);
  }
}
