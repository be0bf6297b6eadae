package org.rollcall.cli;

import java.util.List;
import org.rollcall.model.Privacy;
import org.rollcall.review.JournaledFight;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.ToldRun;

/// The history for a person.
///
/// @param isNarrowed whether only some runs were asked for
record HistoryLines(Screen screen, Privacy privacy, boolean isNarrowed) implements HistoryForm {
  @Override
  public void runs(List<JournaledRun> runs, List<Failing> failing) {
    print(view().of(runs, failing));
  }

  @Override
  public void run(ToldRun run) {
    print(view().of(run.run(), run.changes()));
  }

  @Override
  public void member(List<ToldRun> runs) {
    print(view().ofMember(runs));
  }

  @Override
  public void fights(List<JournaledFight> fights) {
    print(new FightsView(privacy).of(fights));
  }

  private HistoryView view() {
    return new HistoryView(privacy, isNarrowed);
  }

  private void print(List<StyledLine> lines) {
    lines.forEach(screen::println);
  }
}
