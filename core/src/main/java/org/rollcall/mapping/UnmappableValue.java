package org.rollcall.mapping;

/// Thrown within an expression when the roster has a value that cannot be mapped; the field then
/// stays as Intercom has it. It has no stack trace, because it may occur for thousands of members.
final class UnmappableValue extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param reason a sentence without its full stop and without personal data
  UnmappableValue(String reason) {
    super(reason, null, false, false);
  }
}
