package org.rollcall.mapping;

/// Thrown from within an expression: the roster has something that cannot be mapped, so the field
/// stays as Intercom has it. Costs no stack trace, for it is about data and may come in thousands.
final class LeaveAlone extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param reason a sentence without its full stop, and without anybody's data
  LeaveAlone(String reason) {
    super(reason, null, false, false);
  }
}
