package org.rollcall.cli;

import java.util.List;
import java.util.Optional;
import org.rollcall.app.Operations;
import org.rollcall.app.Selection;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.page.NightBar;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.run.RunStopped;

/// Earlier runs for a page's chart.
final class Nights {
  private Nights() {}

  /// The latest runs of a sync into a workspace, the latest first. None where the store cannot be
  /// read: a page without a chart is better than none.
  ///
  /// @param target empty where it is not known
  static List<JournaledRun> of(
      Operations operations, Selection selection, SyncName sync, Optional<Target> target) {
    var filter = new RunFilter(Optional.of(sync), target.map(each -> each.workspace().id()));
    try {
      return operations.remembered(selection, history -> history.runs(filter, NightBar.MOST));
    } catch (RunStopped _) {
      return List.of();
    }
  }
}
