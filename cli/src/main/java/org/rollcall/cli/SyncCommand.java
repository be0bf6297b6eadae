package org.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.app.OnlyThese;
import org.rollcall.app.Operations;
import org.rollcall.app.RunRequest;
import org.rollcall.app.Selection;
import org.rollcall.model.SyncName;
import org.rollcall.review.JournaledRun;
import org.rollcall.run.Report;
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
          + "continues from what it finds. Ctrl-C finishes what is in flight.",
      "",
      "Examples:",
      "  rollcall sync --dry-run",
      "  rollcall sync --limit=100",
      "  rollcall sync --member 10001 10003",
      "  rollcall sync --all",
      "  rollcall sync --html night.html --privacy mask",
      "  rollcall sync --log-format json --report last-night.json",
      ""
    })
final class SyncCommand extends RosterCommand {
  @Mixin private final LimitOption limit = new LimitOption();

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

  @Mixin private final MembersOption chosen = new MembersOption();

  @Option(
      names = "--resend",
      description =
          "Send also what Intercom refused before, or took and did not keep, and try members with "
              + "whom it ended in a clash. Without this they are left alone for a while.")
  private boolean resend;

  @Mixin private final OverrideOptions override = new OverrideOptions();

  @Mixin private final MappingOption mapping = new MappingOption();

  @Mixin private final PauseOption pause = new PauseOption();

  @Option(names = "--json", description = "Print the report as JSON instead of the summary.")
  private boolean json;

  @Mixin private final RunFilesOption files = new RunFilesOption();

  @Mixin private final GithubOption github = new GithubOption();

  @Option(names = "--all", description = "All syncs that the settings name, one after the other.")
  private boolean all;

  SyncCommand(Operations operations, Terminal terminal) {
    super(operations, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    return (all ? everySync() : one(settings.selection(), files.files())).code();
  }

  private ExitCode everySync() throws InterruptedException {
    if (settings.sync().isPresent() || chosen.isGiven()) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS, "--all goes with neither --sync nor --member.");
    }
    operations.syncs(settings.selection()).forEach(name -> of(name).check());
    return new EverySync(operations, settings.selection(), terminal, signal())
        .run(name -> one(settings.selectionOr(name), of(name)));
  }

  /// Each of several syncs leaves files of its own.
  private RunFiles of(SyncName name) {
    return operations.syncs(settings.selection()).size() == 1
        ? files.files()
        : files.files().of(name);
  }

  private ExitCode one(Selection selection, RunFiles left) throws InterruptedException {
    var request = request();
    left.check();
    try (var listeners = listeners(selection)) {
      var ended =
          new ForegroundRun(signal(), listeners, deadline)
              .await(operations.start(selection, request));
      var ending = new Ending(terminal, logging.inResults(), left.report(), json, pause.isGood());
      var code = chosen.isGiven() ? ending.ofSome(ended, Ending.NOTHING_TO_DO) : ending.of(ended);
      return written(selection, left, ended) ? code : code.butUnwritten();
    }
  }

  /// What cannot be written does not undo the run, but somebody was promised a file.
  private boolean written(Selection selection, RunFiles left, Report ended) {
    var nights =
        left.needNights()
            ? Nights.of(operations, selection, ended.sync(), ended.target())
            : List.<JournaledRun>of();
    var troubles =
        Stream.concat(
                left.write(ended, nights, logging.inResults()).stream(),
                github.step(logging.inPublic()).stream()
                    .flatMap(step -> step.tell(ended, terminal.err()).stream()))
            .toList();
    troubles.forEach(terminal.err()::println);
    return troubles.isEmpty();
  }

  private RunRequest request() {
    if (chosen.isGiven() && (dryRun || limit.limit().isPresent())) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "--member goes with neither --dry-run nor --limit. 'rollcall explain' shows what a run would do to a member, and writes nothing.");
    }
    if (chosen.isGiven()) {
      var these = new OnlyThese(chosen.numbers(), RunStopped.Kind.SETTINGS);
      return new RunRequest.Chosen("sync", (_, plan) -> these.among(plan), overrides());
    }
    return dryRun
        ? new RunRequest.Simulated(limit.limit())
        : new RunRequest.Everybody(
            limit.limit(), SettingsOptions.optional(batchSize), overrides(), resend);
  }

  private RunRequest.Overrides overrides() {
    return override.overrides().meaningMapping(mapping.isAccepted());
  }
}
