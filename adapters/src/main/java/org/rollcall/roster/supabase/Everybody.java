package org.rollcall.roster.supabase;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.model.MemberId;
import org.rollcall.model.MemberIds;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Count;
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

  /// Reads them until a page is empty, and compares how many there were with the exact count.
  Set<MemberId> read() throws InterruptedException {
    var everybody = new MemberIds();
    var first = page(ask, Long.MAX_VALUE, Reading.Counting.EXACT);
    var rows = 0L;
    for (var page = first; !page.isEmpty(); page = after(page)) {
      rows += page.rows().size();
      keys(page).forEach(everybody::add);
    }
    if (everybody.isEmpty()) {
      throw Stops.empty(query, Judge.ROLE);
    }
    verify(rows, first.total().orElseThrow());
    return everybody;
  }

  private Stream<MemberId> keys(Page page) {
    return page.rows().stream()
        .map(row -> Rows.text(row.get(query.key())))
        .filter(key -> !key.isBlank())
        .map(MemberId::new);
  }

  private void verify(long read, long before) throws InterruptedException {
    if (read != before) {
      var after = page(ask, 1, Reading.Counting.EXACT).total().orElseThrow();
      new Count(query, OptionalInt.empty()).check(read, before, after);
    }
  }

  private Page after(Page page) throws InterruptedException {
    return page(
        ask.after(query.key(), page.last(query.key())), Long.MAX_VALUE, Reading.Counting.NONE);
  }

  private Page page(Ask asked, long most, Reading.Counting counting) throws InterruptedException {
    return reading
        .page("The list of all " + query.table(), asked, most, counting)
        .orElseThrow(() -> Stops.unknown(query.table() + " could not be read on its own"));
  }
}
