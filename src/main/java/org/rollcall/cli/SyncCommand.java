package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The nightly job.
@Command(
    name = "sync",
    header = "Make Intercom's contacts equal to the roster.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Reads both sides, writes the differences, says what happened. Run it again at any time: it "
          + "goes on from whatever it finds. Ctrl-C finishes what is in flight.",
      "",
      "Examples:",
      "  rollcall sync --dry-run",
      "  rollcall sync --limit=100",
      "  rollcall sync --log-format json --report last-night.json",
      ""
    })
final class SyncCommand extends RosterCommand {
  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = Deadline.Converter.class,
      description =
          "Stop after TIME (90s, 45m, 2h) as Ctrl-C would: what is in flight is finished.")
  private Optional<Deadline> deadline = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "Read the roster and prepare every contact. Makes no call to Intercom.")
  private boolean dryRun;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Members applied in one batch. Default: the settings', or 100.")
  private Optional<Integer> batchSize = Optional.empty();

  @Option(names = "--force", description = "Apply even what the safeguard would refuse.")
  private boolean force;

  @Option(names = "--json", description = "Print the report as JSON instead of the summary.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report as JSON to FILE, whole or not at all.")
  private Optional<Path> file = Optional.empty();

  SyncCommand(Operations operations, Terminal terminal) {
    super(operations, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var listeners = listeners()) {
      return new Ending(terminal, logging.inResults(), file, json).of(run(listeners)).code();
    }
  }

  private Report run(Consumer<RunEvent> events) throws InterruptedException {
    var signal = StopSignal.listen(StopSignal.PATIENCE, terminal);
    var stop = deadline.map(each -> each.or(signal)).orElse(signal);
    var options =
        new SyncOptions(
            settings.config(), settings.limit(), SettingsOptions.optional(batchSize), force);
    return dryRun
        ? operations.simulate(options, events, stop)
        : operations.sync(options, events, stop);
  }
}
