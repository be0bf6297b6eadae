package org.rollcall.cli;

import java.util.List;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledFight;
import org.rollcall.review.JournaledRun;

/// A form in which the history is printed.
interface HistoryForm {
  /// A run and what is asked of it.
  record Told(JournaledRun run, List<JournaledChange> changes) {
    public Told {
      changes = List.copyOf(changes);
    }
  }

  /// The latest runs.
  ///
  /// @param failing who failed in several of them
  void runs(List<JournaledRun> runs, List<Failing> failing);

  /// One run in full.
  void run(Told run);

  /// What became of one member in each of these runs.
  void member(List<Told> runs);

  /// What is written again and again.
  void fights(List<JournaledFight> fights);
}
