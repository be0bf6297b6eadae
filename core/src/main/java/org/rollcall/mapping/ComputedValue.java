package org.rollcall.mapping;

/// The result of an expression for one member.
sealed interface ComputedValue {
  /// A value of the expression's type.
  record Something(Object value) implements ComputedValue {}

  /// There is no value: the result is `null`, or an operation had a `null` operand, as in SQL.
  record Nothing() implements ComputedValue {}

  /// The field cannot be mapped.
  ///
  /// @param reason a sentence without its full stop and without personal data
  record Trouble(String reason) implements ComputedValue {}
}
