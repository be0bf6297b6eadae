package org.rollcall.store;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.run.EventEnvelope;

/// Writes down runs that are over, as their journals would have while they went on. For histories
/// that are told afterwards, such as that of the demo.
public final class SqlEndedRuns {
  private final StoreAccess store;

  public SqlEndedRuns(StoreAccess store) {
    this.store = store;
  }

  /// A run that is over.
  ///
  /// @param events in their order; their times are those that the history has
  public record Ended(SqlJournal.Heading heading, List<EventEnvelope> events) {
    public Ended {
      events = List.copyOf(events);
    }

    private List<Entry> entries() {
      var entries = new Entries(heading);
      var written = new ArrayList<Entry>();
      events.forEach(each -> written.addAll(entries.of(each.event(), each.time())));
      return written;
    }
  }

  /// Writes all of them down, or none.
  ///
  /// @throws StoreTrouble when the store fails
  public void add(List<Ended> runs) {
    var _ =
        store.ask(
            "Runs that are over cannot be written down",
            opened -> {
              opened
                  .jdbi()
                  .useTransaction(
                      handle -> runs.forEach(run -> Entry.write(handle, run.entries())));
              return true;
            });
  }
}
