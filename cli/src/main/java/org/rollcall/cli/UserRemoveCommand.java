package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Removes an account.
@Command(
    name = "remove",
    header = "Remove an account, and log the person out.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Holds from the next request on, for each process of the service. A run that the person has "
          + "started goes on. Is in the audit log.",
      "",
      "Example:",
      "  rollcall user remove ann",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the account is gone",
      "1:no account has this name, or the store cannot be used",
      "2:wrong usage or settings"
    })
final class UserRemoveCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsFileOptions settings = new SettingsFileOptions();

  @Parameters(paramLabel = "NAME", description = "What the person logs in as.")
  private String name;

  @Option(names = "--json", description = "Print all accounts then as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated
  UserRemoveCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var people = operations.people(settings.file());
    people.remove(name);
    if (json) {
      terminal.out().print(UsersJson.of(people));
    } else {
      terminal.out().println("Account %s is gone.".formatted(name));
    }
    return ExitCode.CONVERGED.code();
  }
}
