package org.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rollcall.app.Operations;
import org.rollcall.app.SyncPlan;
import org.rollcall.json.PlanDocument;
import org.rollcall.page.PlanPage;
import org.rollcall.review.JournaledRun;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The strong preview: reads both sides, writes nothing.
@Command(
    name = "plan",
    header = "Show what a sync would change, field by field.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Reads the roster and Intercom, writes nothing. Says first what the plan comes to: which "
          + "fields change in how many contacts, and what most of them become. Then member by "
          + "member:",
      "",
      "  +  create    ~  update    -  archive a duplicate    !  skip    =  unchanged    x  has left",
      "",
      "Examples:",
      "  rollcall plan",
      "  rollcall plan --summary",
      "  rollcall plan --field region --all | less",
      "  rollcall plan --kind archive,skip --csv > to-look-at.csv",
      "  rollcall plan --out tonight.json && rollcall apply tonight.json",
      "  rollcall plan --html plan.html --privacy mask",
      "  rollcall plan --exit-code && echo in step",
      ""
    })
final class PlanCommand extends RosterCommand {
  @Mixin private final LimitOption members = new LimitOption();

  @Mixin private final ListingOption listing = new ListingOption();

  @Mixin private final PlanFilterOption filter = new PlanFilterOption();

  @ArgGroup private PlanFormOption form = new PlanFormOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the plan to FILE for 'rollcall apply'. It names people.")
  private Optional<Path> out = Optional.empty();

  @Mixin private final HtmlOption html = new HtmlOption();

  @Option(names = "--exit-code", description = "Exit with 5 where there are changes.")
  private boolean exitCode;

  PlanCommand(Operations operations, Terminal terminal) {
    super(operations, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    var file = out.filter(path -> !StandardOutput.isNamed(path));
    file.ifPresent(PlanFile::check);
    html.file().ifPresent(SideFile::check);
    var made = plan();
    file.ifPresent(path -> PlanFile.write(path, made));
    print(made);
    page(made);
    var plan = made.plan();
    var code = exitCode && !plan.isEmpty() ? ExitCode.CHANGES : ExitCode.CONVERGED;
    return code.code();
  }

  private SyncPlan plan() throws InterruptedException {
    var selection = settings.selection();
    try (var listeners = listeners(selection)) {
      return operations.plan(selection, members.limit(), listeners);
    }
  }

  private void page(SyncPlan made) {
    var privacy = logging.inResults();
    html.write(() -> new PlanPage(privacy).of(made.sheet(), nights(made)), privacy);
  }

  private List<JournaledRun> nights(SyncPlan made) {
    return Nights.of(operations, settings.selection(), made.sync(), Optional.of(made.target()));
  }

  private void print(SyncPlan made) {
    if (out.filter(StandardOutput::isNamed).isPresent()) {
      terminal.out().print(PlanDocument.of(made));
    } else {
      form.of(terminal.out(), logging.inResults(), listing.listing(), PlanPurpose.SYNC)
          .print(filter.of(made.sheet(), terminal.err()));
    }
  }
}
