package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.access.AccessRole;
import org.rollcall.app.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives an account another role.
@Command(
    name = "role",
    header = "Give an account another role.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Holds from the next request on, also for whoever has logged in already. Is in the audit log.",
      "",
      "Example:",
      "  rollcall user role ann --role admin",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the account has the role",
      "1:no account has this name, or the store cannot be used",
      "2:wrong usage or settings"
    })
final class UserRoleCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsFileOptions settings = new SettingsFileOptions();

  @Parameters(paramLabel = "NAME", description = "What the person logs in as.")
  private String name;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = "viewer, operator or admin; each may do what the ones before it may.")
  private AccessRole role;

  @Option(names = "--json", description = "Print all accounts then as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated
  UserRoleCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var people = operations.people(settings.file());
    var was = people.changeRole(name, role);
    if (json) {
      terminal.out().print(UsersJson.of(people));
    } else {
      terminal
          .out()
          .println(
              "Account %s is %s now. It was %s.".formatted(name, role.word(), was.role().word()));
    }
    return ExitCode.CONVERGED.code();
  }
}
