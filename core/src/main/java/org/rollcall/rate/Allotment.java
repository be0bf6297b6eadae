package org.rollcall.rate;

/// What a user of a rate may use now.
public sealed interface Allotment {
  /// This part.
  record Given(Part part) implements Allotment {}

  /// Nothing yet: the others are being asked.
  record Pending() implements Allotment {}

  /// Nothing, since nobody can say what the others use.
  ///
  /// @param why a sentence for the operator
  record Unknown(String why) implements Allotment {}
}
