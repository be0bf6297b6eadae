package org.rollcall.mapping;

import java.util.Optional;
import org.rollcall.mapping.Projected.Misdeclared;

/// Thrown within an expression when the roster has a value that cannot be mapped; the field then
/// stays as Intercom has it. It has no stack trace, because it may occur for thousands of members.
final class UnmappableValue extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Optional<Misdeclared> column;

  /// @param reason a sentence without its full stop and without personal data
  UnmappableValue(String reason) {
    this(reason, Optional.empty());
  }

  /// @param column the column that is declared wrongly; empty where it is only this value
  UnmappableValue(String reason, Optional<Misdeclared> column) {
    super(reason, null, false, false);
    this.column = column;
  }

  ComputedValue.Trouble trouble() {
    return new ComputedValue.Trouble(String.valueOf(getMessage()), column);
  }
}
