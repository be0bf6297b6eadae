package org.rollcall.mapping;

import java.util.Optional;
import org.rollcall.mapping.Projected.Misdeclared;

/// The result of an expression for one member.
sealed interface ComputedValue {
  /// A value of the expression's type.
  record Something(Object value) implements ComputedValue {}

  /// There is no value: the result is `null`, or an operation had a `null` operand, as in SQL.
  record Nothing() implements ComputedValue {}

  /// The field cannot be mapped.
  ///
  /// @param reason a sentence without its full stop and without personal data
  /// @param column the column that is declared wrongly; empty for other troubles
  record Trouble(String reason, Optional<Misdeclared> column) implements ComputedValue {
    Trouble(String reason) {
      this(reason, Optional.empty());
    }
  }
}
