package org.rollcall.cli;

import org.rollcall.access.Password;

/// Tells that an account has a new password, and the password if the person does not know it: as
/// the only line of the standard output.
final class NewPassword {
  private NewPassword() {}

  static int tell(Terminal terminal, String told, PasswordOptions options, Password secret) {
    if (options.isGenerated()) {
      terminal.err().println(told + " Its password is shown this once.");
      terminal.out().println(secret.secret());
    } else {
      terminal.out().println(told);
    }
    return ExitCode.CONVERGED.code();
  }
}
