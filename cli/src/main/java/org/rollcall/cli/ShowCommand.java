package org.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.app.Selection;
import org.rollcall.page.PlanPage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows a plan that was written to a file.
@Command(
    name = "show",
    header = "Show a plan that was written to a file.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Asks neither the roster nor Intercom: shows what 'rollcall plan --out' wrote, in the same "
          + "way as 'rollcall plan' shows it.",
      "",
      "Examples:",
      "  rollcall plan --out tonight.json",
      "  rollcall show tonight.json --summary",
      "  rollcall show tonight.json --privacy mask --markdown > agenda.md",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the plan was shown", "2:the file holds no plan; the reason is printed"})
final class ShowCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The plan, as 'rollcall plan --out' wrote it.")
  private Path file = Path.of("");

  @Mixin private final ListingOption listing = new ListingOption();

  @Mixin private final PlanFilterOption filter = new PlanFilterOption();

  @ArgGroup private PlanFormOption form = new PlanFormOption();

  @Mixin private final HtmlOption html = new HtmlOption();

  @Mixin private final PrivacyOption privacy = new PrivacyOption();

  ShowCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    html.file().ifPresent(SideFile::check);
    var plan = PlanFile.read(file).sheet();
    var shown = privacy.or(operations, Selection.USUAL);
    form.of(terminal.out(), shown, listing.listing(), PlanPurpose.apply(file))
        .print(filter.of(plan, terminal.err()));
    html.write(() -> new PlanPage(shown).of(plan, List.of()), shown);
    return ExitCode.CONVERGED.code();
  }
}
