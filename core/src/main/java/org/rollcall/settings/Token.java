package org.rollcall.settings;

/// The access token of the Intercom workspace. Only commands that call Intercom need it, so only
/// they report its absence.
public sealed interface Token {
  /// The settings have one.
  record Given(Secret secret) implements Token {}

  /// The settings have no token, a placeholder for one, or something that is none.
  ///
  /// @param problem the reason, and what to set
  record Missing(Problem problem) implements Token {}
}
