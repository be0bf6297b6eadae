package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Gives an account another password.
@Command(
    name = "password",
    header = "Give an account another password.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Asks for it as 'rollcall user add' does. Whoever has logged in with the earlier one has to "
          + "log in again. Is in the audit log.",
      "",
      "Examples:",
      "  rollcall user password ann",
      "  rollcall user password ann --generate",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the password was changed",
      "1:no account has this name, or the store cannot be used",
      "2:wrong usage or settings, or the password is too short"
    })
final class UserPasswordCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;
  private final PasswordPrompt prompt;

  @Mixin private final SettingsFileOptions settings = new SettingsFileOptions();

  @ArgGroup private PasswordOptions password = new PasswordOptions();

  @Parameters(paramLabel = "NAME", description = "What the person logs in as.")
  private String name;

  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated
  UserPasswordCommand(Operations operations, Terminal terminal, PasswordPrompt prompt) {
    this.operations = operations;
    this.terminal = terminal;
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    var people = operations.people(settings.file());
    people.checkKnown(name);
    var secret = password.read(name, prompt);
    people.changePassword(name, secret);
    var told = "Account %s has a new password.".formatted(name);
    return NewPassword.tell(terminal, told, password, secret);
  }
}
