package org.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.rollcall.app.Operations;
import org.rollcall.app.SyncOptions;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  rollcall sync --only 10001",
      "  rollcall sync --log-format json --report last-night.json",
      ""
    })
final class SyncCommand extends RosterCommand {
  @Mixin private final LimitOption members = new LimitOption();

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

  @Option(
      names = "--only",
      paramLabel = "N",
      description = "Only the member of this number; may be given several times.")
  private List<String> only = List.of();

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

  private Report one(SyncOptions options, Consumer<RunEvent> events, BooleanSupplier stop)
      throws InterruptedException {
    if (dryRun || members.limit().isPresent()) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "--only goes with neither --dry-run nor --limit. 'rollcall explain' shows what a run would do to a member, and writes nothing.");
    }
    return operations.apply("sync", options, new OnlyThese(only)::among, events, stop);
  }

  private Report run(Consumer<RunEvent> events) throws InterruptedException {
    var signal = StopSignal.listen(StopSignal.PATIENCE, terminal);
    var stop = deadline.map(each -> each.or(signal)).orElse(signal);
    var options =
        new SyncOptions(
            settings.config(), members.limit(), SettingsOptions.optional(batchSize), force);
    if (!only.isEmpty()) {
      return one(options, events, stop);
    }
    return dryRun
        ? operations.simulate(options, events, stop)
        : operations.sync(options, events, stop);
  }
}
