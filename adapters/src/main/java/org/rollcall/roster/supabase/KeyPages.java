package org.rollcall.roster.supabase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.model.MemberId;
import org.rollcall.model.MemberIds;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Count;
import org.rollcall.roster.Members;
import org.rollcall.roster.Rows;
import org.rollcall.roster.Stops;

/// Reads the keys of the whole table, eligible or not.
final class KeyPages {
  private final RosterQuery query;
  private final PageReader reader;
  private final Question question;

  KeyPages(RosterQuery query, PageReader reader) {
    this.query = query;
    this.reader = reader;
    this.question =
        Question.select(query.table(), List.of(Question.name(query.key())))
            .with(Question.name(query.key()), "not.is.null")
            .by(query.key());
  }

  /// Reads until a page is empty, and compares the number of rows with the exact count.
  Set<MemberId> read() throws InterruptedException {
    var everybody = new MemberIds();
    var first = page(question, Long.MAX_VALUE, PageReader.Counting.EXACT);
    var total = first.total().orElseThrow();
    var advance = new Advance(query.table(), query.key());
    var lasts = new ArrayList<String>();
    var rows = 0L;
    for (var page = first; !page.isEmpty(); page = after(page)) {
      advance.take(page, total);
      rows += page.rows().size();
      lasts.add(page.last(query.key()));
      keys(page).forEach(everybody::add);
    }
    if (everybody.isEmpty()) {
      throw Stops.empty(query, Judge.ROLE);
    }
    if (rows < total) {
      rows += new Twins(question, query.key(), reader).leftOut(lasts);
    }
    verify(rows, total);
    return everybody;
  }

  private Stream<MemberId> keys(Page page) {
    return page.rows().stream()
        .map(row -> row.get(query.key()))
        .filter(Objects::nonNull)
        .map(Rows::text)
        .filter(Members::isKey)
        .map(MemberId::new);
  }

  private void verify(long read, long before) throws InterruptedException {
    if (read != before) {
      var after = page(question, 1, PageReader.Counting.EXACT).total().orElseThrow();
      new Count(query, OptionalInt.empty()).check(read, before, after);
    }
  }

  private Page after(Page page) throws InterruptedException {
    return page(
        question.after(query.key(), page.last(query.key())),
        Long.MAX_VALUE,
        PageReader.Counting.NONE);
  }

  private Page page(Question asked, long most, PageReader.Counting counting)
      throws InterruptedException {
    return reader
        .page("The list of all " + query.table(), asked, most, counting)
        .orElseThrow(() -> Stops.unknown(query.table() + " could not be read on its own"));
  }
}
