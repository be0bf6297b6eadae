package org.rollcall.cli;

import java.util.Optional;

/// Asks a person for a password without showing it.
@FunctionalInterface
interface PasswordPrompt {
  /// What the person writes; empty where there is no terminal to ask at.
  Optional<String> ask(String question);

  /// At the terminal of this process.
  static PasswordPrompt ofProcess() {
    return question ->
        Optional.ofNullable(System.console())
            .map(console -> console.readPassword("%s", question))
            .map(String::new);
  }
}
