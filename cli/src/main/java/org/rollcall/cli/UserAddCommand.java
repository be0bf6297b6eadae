package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.access.AccessRole;
import org.rollcall.app.Operations;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes an account.
@Command(
    name = "add",
    header = "Make an account for a person.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Asks for the password at the terminal, twice, and does not show it. It needs 12 characters; "
          + "several words are good. No command takes a password as an argument, so that none stands "
          + "in a list of processes or in a shell's history. Is in the audit log.",
      "",
      "Examples:",
      "  rollcall user add ann --role operator",
      "  rollcall user add bob --role viewer --generate > bob.password",
      "  pass show rollcall/ann | rollcall user add ann --role admin --password-stdin",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the account was made",
      "1:the store cannot be used",
      "2:wrong usage or settings, the name is taken, or the password is too short"
    })
final class UserAddCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;
  private final PasswordPrompt prompt;

  @Mixin private final SettingsFileOptions settings = new SettingsFileOptions();

  @ArgGroup private PasswordOptions password = new PasswordOptions();

  @Parameters(
      paramLabel = "NAME",
      description =
          "What the person logs in as: small letters, digits, -, _, ., + and @, at most 64.")
  private String name;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = "viewer, operator or admin; each may do what the ones before it may.")
  private AccessRole role;

  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated
  UserAddCommand(Operations operations, Terminal terminal, PasswordPrompt prompt) {
    this.operations = operations;
    this.terminal = terminal;
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    var people = operations.people(settings.file());
    people.checkFree(name);
    var secret = password.read(name, prompt);
    people.add(name, role, secret);
    var told = "Account %s was made: %s.".formatted(name, role.word());
    return NewPassword.tell(terminal, told, password, secret);
  }
}
