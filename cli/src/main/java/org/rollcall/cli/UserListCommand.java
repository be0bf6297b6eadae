package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the accounts.
@Command(
    name = "list",
    header = "List the accounts.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Shows the name and role of each, who made it and when, when its password was set, and when "
          + "somebody logged in last. Those who log in by a provider (server.oidc) have no account.",
      "",
      "Examples:",
      "  rollcall user list",
      "  rollcall user list --json | jq -r '.users[] | select(.role == \"admin\") | .name'",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the accounts were listed, if there are any",
      "1:the store cannot be used",
      "2:wrong usage or settings"
    })
final class UserListCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsFileOptions settings = new SettingsFileOptions();

  @Option(names = "--json", description = "Print them as JSON.")
  private boolean json;

  UserListCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var people = operations.people(settings.file());
    if (json) {
      terminal.out().print(UsersJson.of(people));
    } else {
      UsersView.of(people).forEach(terminal.out()::println);
    }
    return ExitCode.CONVERGED.code();
  }
}
