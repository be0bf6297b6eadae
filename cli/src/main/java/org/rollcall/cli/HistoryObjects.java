package org.rollcall.cli;

import java.util.List;
import org.rollcall.json.HistoryJson;
import org.rollcall.model.Privacy;
import org.rollcall.review.JournaledFight;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.ToldRun;

/// The history as JSON.
record HistoryObjects(Screen screen, Privacy privacy) implements HistoryForm {
  @Override
  public void runs(List<JournaledRun> runs, List<Failing> failing) {
    screen.print(HistoryJson.of(runs));
  }

  @Override
  public void run(ToldRun run) {
    screen.print(json().of(run.run(), run.changes()));
  }

  @Override
  public void member(List<ToldRun> runs) {
    screen.print(json().ofMember(runs));
  }

  @Override
  public void fights(List<JournaledFight> fights) {
    screen.print(json().ofFights(fights));
  }

  private HistoryJson json() {
    return new HistoryJson(privacy);
  }
}
