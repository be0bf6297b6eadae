package org.rollcall.cli;

import org.rollcall.app.Operations;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The tokens by which machines use the service. By itself it prints its help.
@Command(
    name = "token",
    header = "Make, list and revoke the tokens by which machines use the service.",
    abbreviateSynopsis = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "A program that asks the service shows its token in the header 'Authorization: Bearer'. Each "
          + "has a name and a role: a viewer reads; an operator also starts and stops runs, approves "
          + "plans and pauses syncs; an admin also reloads the settings and reads the audit log. The "
          + "store keeps only a digest of each. Asks nobody but the store.",
      "",
      "Examples:",
      "  rollcall token add ci --role operator --expires 90d",
      "  rollcall token list",
      "  rollcall token revoke ci",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class TokenCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated
  private TokenCommand() {}

  static CommandLine commandLine(Operations operations, Terminal terminal) {
    return new CommandLine(new TokenCommand())
        .addSubcommand(new TokenAddCommand(operations, terminal))
        .addSubcommand(new TokenListCommand(operations, terminal))
        .addSubcommand(new TokenRevokeCommand(operations, terminal));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
