package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.app.Operations;
import org.rollcall.app.RunRequest;
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
    reviewed.check(operations.settingsDigest(selection));
    var request =
        new RunRequest.Chosen(
            "apply", reviewed::among, override.overrides().meaningMapping(mapping.isAccepted()));
    try (var listeners = listeners(selection)) {
      var ended =
          new ForegroundRun(signal(), listeners, Optional.empty())
              .await(operations.start(selection, request));
      return new Ending(terminal, logging.inResults(), file, json, pause.isGood())
          .ofSome(ended, Ending.NOTHING_TO_DO)
          .code();
    }
  }
}
