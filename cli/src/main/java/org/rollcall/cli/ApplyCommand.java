package org.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rollcall.app.Operations;
import org.rollcall.app.RunRequest;
import org.rollcall.model.Target;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;
import org.rollcall.run.RunStopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out a reviewed plan.
@Command(
    name = "apply",
    header = "Carry out a plan that was reviewed, and nothing else.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Plans again and carries out every change that is still planned as it was then. Skips "
          + "members whose data in the roster or in Intercom changed since, and leaves out what is "
          + "new. Refuses a plan that was made with other settings or for another workspace.",
      "",
      "Examples:",
      "  rollcall plan --out tonight.json",
      "  rollcall apply tonight.json",
      ""
    })
final class ApplyCommand extends RosterCommand {
  @Parameters(paramLabel = "FILE", description = "The plan, as 'rollcall plan --out' wrote it.")
  private Path plan = Path.of("");

  @Mixin private final OverrideOptions override = new OverrideOptions();

  @Mixin private final MappingOption mapping = new MappingOption();

  @Mixin private final PauseOption pause = new PauseOption();

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
    ReportFile.check(file);
    var reviewed = PlanFile.read(plan);
    var selection = settings.selectionOr(reviewed.sync());
    if (!reviewed.settings().equals(operations.settingsDigest(selection))) {
      throw refused(
          "The plan was made with other settings, which say otherwise how contacts are made. Make a new plan, or use those settings.");
    }
    var request =
        new RunRequest.Chosen(
            "apply",
            (target, now) -> chosen(reviewed, target, now),
            override.overrides().meaningMapping(mapping.isAccepted()));
    try (var listeners = listeners(selection)) {
      var ended =
          new ForegroundRun(signal(), listeners, Optional.empty())
              .await(operations.start(selection, request));
      return new Ending(terminal, logging.inResults(), file, json, pause.isGood())
          .ofSome(ended, Ending.NOTHING_TO_DO)
          .code();
    }
  }

  private static List<Change> chosen(PlanFile reviewed, Target target, Plan now) {
    if (!reviewed.target().isSameAs(target)) {
      throw refused(
          "The plan was made for %s, and this is %s.".formatted(reviewed.target(), target));
    }
    return reviewed.stillPlanned(now.notable());
  }

  private static RunStopped refused(String sentence) {
    return new RunStopped(RunStopped.Kind.REFUSED, sentence + " Nothing was written.");
  }
}
