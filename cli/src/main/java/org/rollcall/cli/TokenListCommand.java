package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the tokens.
@Command(
    name = "list",
    header = "List the tokens, whatever they are still good for.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Shows the name and role of each, who made it and when, when it expires or was revoked, and "
          + "when it was used last, to about a minute. The tokens themselves are not kept.",
      "",
      "Examples:",
      "  rollcall token list",
      "  rollcall token list --json | jq -r '.tokens[] | select(.state == \"valid\") | .name'",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the tokens were listed, if there are any",
      "1:the store cannot be used",
      "2:wrong usage or settings"
    })
final class TokenListCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsFileOptions settings = new SettingsFileOptions();

  @Option(names = "--json", description = "Print them as JSON.")
  private boolean json;

  TokenListCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var access = operations.access(settings.file());
    if (json) {
      terminal.out().print(TokensJson.of(access));
    } else {
      TokensView.of(access).forEach(terminal.out()::println);
    }
    return ExitCode.CONVERGED.code();
  }
}
