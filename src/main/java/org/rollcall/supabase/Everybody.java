package org.rollcall.supabase;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rollcall.model.MemberId;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Rows;
import org.rollcall.roster.Stops;

/// The keys of the whole table, eligible or not.
final class Everybody {
  private final RosterQuery query;
  private final Reading reading;
  private final Ask ask;

  Everybody(RosterQuery query, Reading reading) {
    this.query = query;
    this.reading = reading;
    this.ask = Ask.select(query.table(), List.of(Ask.name(query.key()))).by(query.key());
  }

  /// Reads them until a page is empty.
  Set<MemberId> read() throws InterruptedException {
    var everybody = new HashSet<MemberId>();
    for (var page = page(ask); !page.isEmpty(); ) {
      page.rows().stream()
          .map(row -> row.get(query.key()))
          .map(Rows::text)
          .filter(key -> !key.isBlank())
          .map(MemberId::new)
          .forEach(everybody::add);
      page = page(ask.after(query.key(), page.last(query.key())));
    }
    if (everybody.isEmpty()) {
      throw Stops.empty(query, Judge.ROLE);
    }
    return Set.copyOf(everybody);
  }

  private Page page(Ask ask) throws InterruptedException {
    return reading
        .page("The list of all " + query.table(), ask, Long.MAX_VALUE, Reading.Counting.NONE)
        .orElseThrow();
  }
}
