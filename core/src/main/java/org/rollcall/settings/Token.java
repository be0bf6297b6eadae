package org.rollcall.settings;

import java.util.List;
import java.util.Optional;

/// The access token of the Intercom workspace. Only commands that call Intercom need it, so only
/// they report its absence.
public sealed interface Token {
  /// The settings have one.
  record Given(Secret secret) implements Token {}

  /// The settings have no token, a placeholder for one, or something that is none.
  ///
  /// @param problem the reason, and what to set
  record Missing(Problem problem) implements Token {}

  /// Why there is none; empty where there is one.
  default Optional<Problem> missing() {
    return switch (this) {
      case Given _ -> Optional.empty();
      case Missing(var problem) -> Optional.of(problem);
    };
  }

  /// The token.
  ///
  /// @throws SettingsException when there is none
  default Secret required() {
    return switch (this) {
      case Given(var secret) -> secret;
      case Missing(var problem) -> throw new SettingsException(List.of(problem));
    };
  }
}
