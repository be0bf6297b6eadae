package org.rollcall.cli;

import org.rollcall.app.Operations;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The accounts by which people use the service. By itself it prints its help.
@Command(
    name = "user",
    header = "Make, list, change and remove the accounts by which people use the service.",
    abbreviateSynopsis = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "A person logs in to the pages of the service with a name and a password. Each account has a "
          + "role: a viewer reads; an operator also starts and stops runs, approves plans and pauses "
          + "syncs; an admin also reloads the settings and reads the audit log. The store keeps only "
          + "a slow hash of each password. Asks nobody but the store.",
      "",
      "Examples:",
      "  rollcall user add ann --role operator",
      "  rollcall user list",
      "  rollcall user role ann --role admin",
      "  rollcall user remove ann",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class UserCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated
  private UserCommand() {}

  static CommandLine commandLine(Operations operations, Terminal terminal) {
    var prompt = PasswordPrompt.ofProcess();
    return new CommandLine(new UserCommand())
        .addSubcommand(new UserAddCommand(operations, terminal, prompt))
        .addSubcommand(new UserListCommand(operations, terminal))
        .addSubcommand(new UserPasswordCommand(operations, terminal, prompt))
        .addSubcommand(new UserRemoveCommand(operations, terminal))
        .addSubcommand(new UserRoleCommand(operations, terminal));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
