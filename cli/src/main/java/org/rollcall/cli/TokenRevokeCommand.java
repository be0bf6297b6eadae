package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.access.MachineToken;
import org.rollcall.app.Access;
import org.rollcall.app.Operations;
import org.rollcall.run.RunStopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Ends a token.
@Command(
    name = "revoke",
    header = "Make a token open nothing any more.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Holds from the next request on, for each process of the service. A run that it has started "
          + "goes on. Is in the audit log.",
      "",
      "Example:",
      "  rollcall token revoke ci",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the token opens nothing any more",
      "1:no token has this name, or the store cannot be used",
      "2:wrong usage or settings"
    })
final class TokenRevokeCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsFileOptions settings = new SettingsFileOptions();

  @Parameters(paramLabel = "NAME", description = "What the token is called.")
  private String name;

  @Option(names = "--json", description = "Print all tokens then as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated
  TokenRevokeCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var access = operations.access(settings.file());
    var told = revoked(access);
    if (json) {
      terminal.out().print(TokensJson.of(access));
    } else {
      terminal.out().println(told);
    }
    return ExitCode.CONVERGED.code();
  }

  private String revoked(Access access) {
    if (access.revoke(name).isPresent()) {
      return "Token %s opens nothing any more.".formatted(name);
    }
    if (access.tokens().all().stream().map(MachineToken::name).noneMatch(name::equals)) {
      throw new RunStopped(
          RunStopped.Kind.FAILED,
          "No token is called %s. 'rollcall token list' shows them.".formatted(name));
    }
    return "Token %s was revoked before.".formatted(name);
  }
}
