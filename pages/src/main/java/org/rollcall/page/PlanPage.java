package org.rollcall.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.ComputedList;
import org.rollcall.model.Privacy;
import org.rollcall.model.Wording;
import org.rollcall.page.Page.Badge;
import org.rollcall.page.Page.CauseRow;
import org.rollcall.page.Page.EntryRow;
import org.rollcall.page.Page.Figure;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.PlanSheet;
import org.rollcall.run.Advice;

/// A plan as a page.
///
/// @param privacy how people's data appear
public record PlanPage(Privacy privacy) {
  /// The page of `plan`.
  ///
  /// @param nights earlier runs, the latest first; empty where none are known
  public Page of(PlanSheet plan, List<JournaledRun> nights) {
    var summary = plan.summary();
    var entries = plan.entries();
    var rows = new PlanRows(privacy);
    return new Page(
        "Plan for " + Wording.count(plan.counts().total(), "member"),
        List.of(
            "Made " + PageTime.of(plan.made()),
            "Sync %s: %s".formatted(plan.sync(), plan.target())),
        badge(plan),
        remarks(plan),
        figures(plan),
        NightBar.of(nights),
        new Rows(privacy).fields(summary.fields()),
        summary.skipped().stream()
            .map(each ->
                new CauseRow(
                    "Skipped",
                    each.text(),
                    each.members(),
                    List.of(),
                    Advice.on(each.text()).orElse(""),
                    Tone.WARNING))
            .toList(),
        new ComputedList<EntryRow>(entries.size(), at -> rows.of(entries.get(at))),
        plan.notices().stream().map(notice -> notice.text(privacy)).toList());
  }

  private static Badge badge(PlanSheet plan) {
    if (plan.review().refusal().isPresent()) {
      return new Badge("A sync would refuse it", Tone.BAD);
    }
    return plan.isEmpty()
        ? new Badge("No changes", Tone.GOOD)
        : new Badge("Nothing is written yet", Tone.CHANGE);
  }

  private static List<String> remarks(PlanSheet plan) {
    var remarks = new ArrayList<String>();
    plan.review()
        .refusal()
        .ifPresent(refusal -> {
          remarks.addAll(refusal.objections());
          remarks.add(refusal.advice());
        });
    if (!plan.isEmpty()) {
      remarks.add(
          "Carrying it out takes about %s to Intercom: %s at %s."
              .formatted(
                  Wording.count(plan.cost().calls(), "call"),
                  Wording.about(plan.cost().duration()),
                  plan.cost().rate()));
    }
    return remarks;
  }

  private static List<Figure> figures(PlanSheet plan) {
    var counts = plan.counts();
    return Stream.of(
            new Figure("to create", counts.create(), Tone.CHANGE),
            new Figure("to update", counts.update(), Tone.CHANGE),
            new Figure("to bring back", counts.revive(), Tone.CHANGE),
            new Figure("blocked", counts.blocked(), Tone.WARNING),
            new Figure("older contacts to archive", counts.archive(), Tone.WARNING),
            new Figure("leavers to show as such", counts.depart(), Tone.WARNING),
            new Figure("orphans", plan.orphans(), Tone.WARNING),
            new Figure("skipped", counts.skip(), Tone.WARNING),
            new Figure("right already", counts.unchanged(), Tone.GOOD))
        .filter(figure -> figure.number() > 0)
        .toList();
  }
}
