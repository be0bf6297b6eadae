package org.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.rollcall.app.Operations;
import org.rollcall.app.SyncOptions;
import org.rollcall.plan.Change;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries a reviewed plan out.
@Command(
    name = "apply",
    header = "Carry out a plan that was reviewed, and nothing else.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Plans anew and carries out what is planned as it was then. Members for whom the roster or "
          + "Intercom moved since are skipped, and what is new is left out. Refuses a plan that was "
          + "made with other settings or for another workspace.",
      "",
      "Examples:",
      "  rollcall plan --out tonight.json",
      "  rollcall apply tonight.json",
      ""
    })
final class ApplyCommand extends RosterCommand {
  @Parameters(paramLabel = "FILE", description = "The plan, as 'rollcall plan --out' wrote it.")
  private Path plan = Path.of("");

  @Option(names = "--force", description = "Apply even what the safeguard would refuse.")
  private boolean force;

  @Option(names = "--json", description = "Print the report as JSON instead of the summary.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report as JSON to FILE, whole or not at all.")
  private Optional<Path> file = Optional.empty();

  ApplyCommand(Operations operations, Terminal terminal) {
    super(operations, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    var reviewed = PlanFile.read(plan);
    if (!reviewed.settings().equals(operations.settingsDigest(settings.config()))) {
      throw refused("The plan was made with other settings. Make a new one, or take those.");
    }
    try (var listeners = listeners()) {
      return new Ending(terminal, logging.inResults(), file, json)
          .of(applied(reviewed, listeners))
          .code();
    }
  }

  private Report applied(PlanFile reviewed, Consumer<RunEvent> events) throws InterruptedException {
    var workspace = new AtomicReference<>("");
    var options =
        new SyncOptions(settings.config(), OptionalInt.empty(), OptionalInt.empty(), force);
    return operations.apply(
        "apply",
        options,
        now -> chosen(reviewed, now, workspace.get()),
        event -> {
          if (event instanceof RunEvent.Admitted(var account)) {
            workspace.set(account.workspace());
          }
          events.accept(event);
        },
        StopSignal.listen(StopSignal.PATIENCE, terminal));
  }

  private static List<Change> chosen(PlanFile reviewed, List<Change> now, String workspace) {
    if (!reviewed.workspace().equals(workspace)) {
      throw refused(
          "The plan was made for workspace %s, and the access token opens %s."
              .formatted(reviewed.workspace(), workspace));
    }
    return reviewed.stillPlanned(now);
  }

  private static RunStopped refused(String sentence) {
    return new RunStopped(RunStopped.Kind.REFUSED, sentence + " Nothing was written.");
  }
}
