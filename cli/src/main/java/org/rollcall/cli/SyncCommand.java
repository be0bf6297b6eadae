package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.app.Operations;
import org.rollcall.app.RunRequest;
import org.rollcall.app.Selection;
import org.rollcall.model.SyncName;
import org.rollcall.page.RunPage;
import org.rollcall.review.RunSheet;
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

  @Option(names = "--json", description = "Print the report as JSON instead of the summary.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report as JSON to FILE, whole or not at all.")
  private Optional<Path> file = Optional.empty();

  @Mixin private final HtmlOption html = new HtmlOption();

  @Option(names = "--all", description = "All syncs that the settings name, one after the other.")
  private boolean all;

  SyncCommand(Operations operations, Terminal terminal) {
    super(operations, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    return (all ? everySync() : one(settings.selection(), file, html.file())).code();
  }

  private ExitCode everySync() throws InterruptedException {
    if (settings.sync().isPresent() || chosen.isGiven()) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS, "--all goes with neither --sync nor --member.");
    }
    operations.syncs(settings.selection()).forEach(name -> check(reportOf(name), pageOf(name)));
    return new EverySync(operations, settings.selection(), terminal, signal())
        .run(name -> one(settings.selectionOr(name), reportOf(name), pageOf(name)));
  }

  private Optional<Path> reportOf(SyncName name) {
    return ofOne(file, name);
  }

  private Optional<Path> pageOf(SyncName name) {
    return ofOne(html.file(), name);
  }

  /// Where what is written of one sync of several goes: `night.json` becomes `night-north.json`.
  private Optional<Path> ofOne(Optional<Path> path, SyncName name) {
    return operations.syncs(settings.selection()).size() == 1
        ? path
        : path.map(whole -> ReportFile.named(whole, name));
  }

  private static void check(Optional<Path> report, Optional<Path> page) {
    ReportFile.check(report);
    page.ifPresent(HtmlOption::check);
  }

  private ExitCode one(Selection selection, Optional<Path> report, Optional<Path> page)
      throws InterruptedException {
    var request = request();
    check(report, page);
    try (var listeners = listeners(selection)) {
      var ended =
          new ForegroundRun(signal(), listeners, deadline)
              .await(operations.start(selection, request));
      var ending = new Ending(terminal, logging.inResults(), report, json);
      var code = chosen.isGiven() ? ending.ofSome(ended, Ending.NOTHING_TO_DO) : ending.of(ended);
      return page.map(path -> paged(path, selection, ended, code)).orElse(code);
    }
  }

  /// A page that cannot be written does not undo the run, but somebody was promised a page.
  private ExitCode paged(Path path, Selection selection, Report ended, ExitCode code) {
    var privacy = logging.inResults();
    var nights = Nights.of(operations, selection, ended.sync(), ended.target());
    var page = new RunPage(privacy).of(RunSheet.of(ended), nights);
    var trouble = HtmlOption.write(path, page, privacy);
    trouble.ifPresent(terminal.err()::println);
    return trouble.isPresent() && code == ExitCode.CONVERGED ? ExitCode.FAILED : code;
  }

  private RunRequest request() {
    if (chosen.isGiven() && (dryRun || limit.limit().isPresent())) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "--member goes with neither --dry-run nor --limit. 'rollcall explain' shows what a run would do to a member, and writes nothing.");
    }
    if (chosen.isGiven()) {
      var these = new OnlyThese(chosen.numbers());
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
