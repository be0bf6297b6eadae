package org.rollcall.cli;

/// How much of a long plan is shown.
///
/// @param members the most members
/// @param pairs the most pairs of values of each field
record Listing(int members, int pairs) {
  static final Listing USUAL = new Listing(20, 3);
  static final Listing ALL = new Listing(Integer.MAX_VALUE, Integer.MAX_VALUE);
}
