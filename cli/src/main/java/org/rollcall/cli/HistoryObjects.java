package org.rollcall.cli;

import java.util.List;
import org.rollcall.model.Privacy;
import org.rollcall.review.JournaledFight;
import org.rollcall.review.JournaledRun;

/// The history as JSON.
record HistoryObjects(Screen screen, Privacy privacy) implements HistoryForm {
  @Override
  public void runs(List<JournaledRun> runs, List<Failing> failing) {
    Json.print(HistoryJson.of(runs), screen);
  }

  @Override
  public void run(Told run) {
    Json.print(json().of(run.run(), run.changes()), screen);
  }

  @Override
  public void member(List<Told> runs) {
    Json.print(json().ofMember(runs), screen);
  }

  @Override
  public void fights(List<JournaledFight> fights) {
    Json.print(json().ofFights(fights), screen);
  }

  private HistoryJson json() {
    return new HistoryJson(privacy);
  }
}
