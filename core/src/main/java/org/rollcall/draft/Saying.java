package org.rollcall.draft;

/// What contacts hold for one code.
///
/// @param name what most of them hold
/// @param agreeing how many hold that
/// @param contacts how many hold anything
public record Saying(String name, int agreeing, int contacts) {
  /// Whether more than half of them agree.
  public boolean isOfMost() {
    return agreeing * 2 > contacts;
  }

  /// The share that agrees, in whole percent, rounded down.
  public int percent() {
    return (int) (100L * agreeing / contacts);
  }
}
