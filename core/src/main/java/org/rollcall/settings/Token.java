package org.rollcall.settings;

/// The token that opens the Intercom workspace. Only who calls Intercom needs it, so its absence is
/// told only to them.
public sealed interface Token {
  /// The settings have one.
  record Given(Secret secret) implements Token {}

  /// The settings have none.
  ///
  /// @param problem why, and what to set
  record Missing(Problem problem) implements Token {}
}
