package org.rollcall.roster.postgres;

import java.util.function.Consumer;
import org.rollcall.run.RunEvent;

/// Reports fetched rows as pages.
final class PageProgress {
  private final int size;
  private final Consumer<RunEvent> events;
  private int rows;

  PageProgress(int size, Consumer<RunEvent> events) {
    this.size = size;
    this.events = events;
  }

  /// Counts one more row.
  void another() {
    rows++;
    if (rows % size == 0) {
      tell();
    }
  }

  /// Reports the last, incomplete page.
  void end() {
    if (rows % size != 0) {
      tell();
    }
  }

  private void tell() {
    events.accept(new RunEvent.RosterPage(Math.ceilDiv(rows, size), rows));
  }
}
