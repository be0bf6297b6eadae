package org.rollcall.mapping;

/// What an expression came to for one member.
sealed interface Computed {
  /// A value of the expression's type.
  record Something(Object value) implements Computed {}

  /// There is nothing to compute from: `null`, or an operation on it, as in SQL.
  record Nothing() implements Computed {}

  /// The field cannot be mapped.
  ///
  /// @param reason a sentence without its full stop, and without anybody's data
  record Trouble(String reason) implements Computed {}
}
