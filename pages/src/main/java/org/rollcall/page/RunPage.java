package org.rollcall.page;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.ComputedList;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.Target;
import org.rollcall.model.Wording;
import org.rollcall.page.Page.Badge;
import org.rollcall.page.Page.CauseRow;
import org.rollcall.page.Page.EntryRow;
import org.rollcall.page.Page.Figure;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunSheet;
import org.rollcall.review.RunSummary;
import org.rollcall.run.Totals;

/// A run as a page.
///
/// @param privacy how people's data appear
public record RunPage(Privacy privacy) {
  private static final int NAMED = 10;

  /// The page of `run`.
  ///
  /// @param nights this run and earlier ones, the latest first; empty where none are known
  public Page of(RunSheet run, List<JournaledRun> nights) {
    var summary = run.summary();
    var entries = run.entries();
    var rows = new RunRows(privacy);
    return new Page(
        (run.isSimulated() ? "Simulated run " : "Run ") + run.run(),
        about(run),
        badge(run),
        run.reason().map(reason -> privacy.sentence(reason, "")).stream().toList(),
        run.totals().map(RunPage::figures).orElse(List.of()),
        NightBar.of(nights),
        new Rows(privacy).fields(summary.fields()),
        Stream.concat(
                summary.failed().stream().map(each -> cause("Failed", Tone.BAD, each)),
                summary.skipped().stream().map(each -> cause("Skipped", Tone.WARNING, each)))
            .toList(),
        new ComputedList<EntryRow>(entries.size(), at -> rows.of(entries.get(at))),
        List.of());
  }

  private static List<String> about(RunSheet run) {
    return List.of(
        "Started %s%s"
            .formatted(
                PageTime.of(run.started()),
                run.duration().map(each -> ", took " + Wording.about(each)).orElse("")),
        "Sync %s: %s"
            .formatted(
                run.sync(),
                run.target().map(Target::toString).orElse("the workspace is not known")),
        Wording.count(run.calls(), "call") + " to Intercom");
  }

  private static Badge badge(RunSheet run) {
    return run.ending()
        .map(ending ->
            switch (ending) {
              case SUCCEEDED -> new Badge("Succeeded", Tone.GOOD);
              case PARTIAL -> new Badge("Finished; some members need a look", Tone.WARNING);
              case FAILED -> new Badge("Failed", Tone.BAD);
              case REFUSED -> new Badge("Refused; nothing was written", Tone.BAD);
              case PAUSED -> new Badge("Paused; nothing was read or written", Tone.WARNING);
              case INTERRUPTED -> new Badge("Interrupted", Tone.WARNING);
              case UNKNOWN -> new Badge("Ended as only a later version knows", Tone.QUIET);
            })
        .orElse(new Badge("No end is recorded", Tone.QUIET));
  }

  private static List<Figure> figures(Totals totals) {
    return Stream.of(
            new Figure("created", totals.created(), Tone.CHANGE),
            new Figure("updated", totals.updated(), Tone.CHANGE),
            new Figure("older contacts archived", totals.duplicatesResolved(), Tone.WARNING),
            new Figure("leavers shown as such", totals.leavers(), Tone.WARNING),
            new Figure("values not kept", totals.notKept(), Tone.WARNING),
            new Figure("skipped", totals.skipped(), Tone.WARNING),
            new Figure("failed", totals.failed(), Tone.BAD),
            new Figure("right already", totals.unchanged(), Tone.GOOD),
            new Figure("members in all", totals.total(), Tone.QUIET))
        .filter(figure -> figure.number() > 0)
        .toList();
  }

  private CauseRow cause(String what, Tone tone, RunSummary.Cause cause) {
    return new CauseRow(
        what,
        privacy.sentence(cause.text(), ""),
        cause.members().size(),
        cause.members().stream().limit(NAMED).map(MemberId::value).toList(),
        cause.advice().orElse(""),
        tone);
  }
}
