package org.rollcall.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Exports the audit log.
@Command(
    name = "audit",
    header = "Print what was done with the service, and by whom.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Prints the audit log, the oldest entry first: who did what, from where, on what, when, and "
          + "how it ended. Every request to the service that is not a mere question is in it, and "
          + "every token that was made or revoked. Entries are never changed or removed. Who started "
          + "which run is in the history. Asks nobody but the store.",
      "",
      "Examples:",
      "  rollcall audit --since 7d",
      "  rollcall audit --csv > audit.csv",
      "  rollcall audit --json | jq '.entries[] | select(.who == \"token ci\")'",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the entries were printed, if there are any",
      "1:the store cannot be used",
      "2:wrong usage or settings"
    })
final class AuditCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsFileOptions settings = new SettingsFileOptions();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Moment.Converter.class,
      description =
          "Only entries since a date (2026-11-01, in UTC) or for a while (36h, 7d, 2w). Default: "
              + "all of them.")
  private Optional<Moment> since = Optional.empty();

  @ArgGroup private AuditFormOption form = new AuditFormOption();

  AuditCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var access = operations.access(settings.file());
    var entries = access.audit().entries(since.map(time -> time.before(access.clock().instant())));
    form.print(entries, terminal.out());
    return ExitCode.CONVERGED.code();
  }
}
