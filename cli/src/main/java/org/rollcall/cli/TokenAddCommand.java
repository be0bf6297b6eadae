package org.rollcall.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.access.AccessRole;
import org.rollcall.access.MachineToken;
import org.rollcall.app.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a token.
@Command(
    name = "add",
    header = "Make a token and print it, once.",
    abbreviateSynopsis = true,
    description = {
      "",
      "The last line of the standard output is the token, and there is no other; what there is to "
          + "say stands before it on the standard error. Nobody can show the token again. A name "
          + "whose token has expired or was revoked may be given again. Is in the audit log.",
      "",
      "Examples:",
      "  rollcall token add ci --role operator --expires 90d",
      "  rollcall token add grafana --role viewer > grafana.token",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the token was made",
      "1:the store cannot be used",
      "2:wrong usage or settings, or the name is taken"
    })
final class TokenAddCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsFileOptions settings = new SettingsFileOptions();

  @Parameters(
      paramLabel = "NAME",
      description = "What the token is called: letters, digits, -, _ and ., at most 64.")
  private String name;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = "viewer, operator or admin; each may do what the ones before it may.")
  private AccessRole role;

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      converter = Moment.Converter.class,
      description =
          "From when on it opens nothing: a date (2027-02-01, in UTC), a time, or a while from now "
              + "(90d, 12w). Default: never.")
  private Optional<Moment> expires = Optional.empty();

  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated
  TokenAddCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var access = operations.access(settings.file());
    var issued =
        access.issue(name, role, expires.map(time -> time.after(access.clock().instant())));
    terminal.err().println(told(issued.token()));
    terminal.out().println(issued.value().secret());
    return ExitCode.CONVERGED.code();
  }

  private static String told(MachineToken token) {
    return "Token %s was made: %s, %s. It is shown this once; 'rollcall token revoke %s' ends it."
        .formatted(
            token.name(),
            token.role().word(),
            token.expires().map(end -> "expires " + end).orElse("never expires"),
            token.name());
  }
}
