package org.rollcall.roster.postgres;

import java.util.function.Consumer;
import org.rollcall.run.RunEvent;

/// Tells of rows as pages, as they are fetched.
final class Pages {
  private final int size;
  private final Consumer<RunEvent> events;
  private int rows;

  Pages(int size, Consumer<RunEvent> events) {
    this.size = size;
    this.events = events;
  }

  /// One row more was read.
  void another() {
    rows++;
    if (rows % size == 0) {
      tell();
    }
  }

  /// There are no more.
  void end() {
    if (rows % size != 0) {
      tell();
    }
  }

  private void tell() {
    events.accept(new RunEvent.RosterPage(Math.ceilDiv(rows, size), rows));
  }
}
