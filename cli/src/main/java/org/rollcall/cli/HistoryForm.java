package org.rollcall.cli;

import java.util.List;
import org.rollcall.review.JournaledFight;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.ToldRun;

/// A form in which the history is printed.
interface HistoryForm {
  /// The latest runs.
  ///
  /// @param failing who failed in several of them
  void runs(List<JournaledRun> runs, List<Failing> failing);

  /// One run in full.
  void run(ToldRun run);

  /// What became of one member in each of these runs.
  void member(List<ToldRun> runs);

  /// What is written again and again.
  void fights(List<JournaledFight> fights);
}
