package org.rollcall.roster.supabase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Count;
import org.rollcall.roster.Members;
import org.rollcall.roster.Stops;
import org.rollcall.run.RunEvent;

/// Reads the eligible members page by page, in the order of their key, until a page is empty. A
/// short page does not mean the end: it may be due to the server's row limit.
final class MemberPages {
  private final RosterQuery query;
  private final PageReader reader;
  private final Count count;
  private final OptionalInt limit;

  MemberPages(RosterQuery query, PageReader reader, OptionalInt limit) {
    this.query = query;
    this.reader = reader;
    this.count = new Count(query, limit);
    this.limit = limit;
  }

  /// @param page the first page
  private record Start(Layout layout, Page page) {
    long total() {
      return page.total().orElseThrow();
    }
  }

  /// Passes all members to `members`.
  void read(Members members) throws InterruptedException {
    var start = start();
    begin(start);
    var page = start.page();
    var lasts = new ArrayList<String>();
    var advance = new Advance(query.table(), query.key());
    for (var number = 1; !page.isEmpty(); number++) {
      advance.take(page, start.total());
      lasts.add(page.last(query.key()));
      start.layout().complete(page, reader).forEach(members::hand);
      reader.tell(new RunEvent.RosterPage(number, members.count()));
      if (left(members) == 0) {
        break;
      }
      page = after(start.layout(), page, number + 1, left(members));
    }
    for (var join : start.layout().joined()) {
      join.conclude(reader);
    }
    if (members.count() < count.wanted(start.total())) {
      refuseTwins(members, lasts);
    }
    verify(members.count(), start.total());
    reader.tell(new RunEvent.RosterRead(members.count()));
  }

  /// Names a key that is not unique, or a row without one, where pages left such rows out.
  private void refuseTwins(Members members, List<String> lasts) throws InterruptedException {
    var twins = new Twins(Layout.apart(query).question(), query.key(), reader);
    var twin = twins.first(lasts);
    if (twin.isPresent()) {
      throw members.twin(twin.get());
    }
    if (twins.isKeyless()) {
      throw Members.keyless(query);
    }
  }

  private Start start() throws InterruptedException {
    var embedding = Layout.embedding(query);
    var embedded = first(embedding).filter(start -> embedding.fits(start.page()));
    if (embedded.isPresent()) {
      return embedded.get();
    }
    return first(Layout.apart(query))
        .orElseThrow(() -> Stops.unknown(query.table() + " could not be read on its own"));
  }

  private Optional<Start> first(Layout layout) throws InterruptedException {
    return reader
        .page(name(1), layout.question(), most(), PageReader.Counting.EXACT)
        .map(page -> new Start(layout, page));
  }

  /// Takes the server's row limit from the first page, and reports how many members there are to
  /// read.
  private void begin(Start start) {
    if (start.total() == 0) {
      throw Stops.empty(query, Judge.ROLE);
    }
    var wanted = count.wanted(start.total());
    if (start.page().rows().size() < wanted) {
      reader.shrinkPages(start.page().rows().size());
    }
    reader.tell(new RunEvent.RosterCounted(wanted, reader.pageSize()));
  }

  private Page after(Layout layout, Page page, int number, long most) throws InterruptedException {
    var question = layout.question().after(query.key(), page.last(query.key()));
    return reader
        .page(name(number), question, most, PageReader.Counting.NONE)
        .orElseThrow(() ->
            Stops.failed(
                "A foreign key of %s was dropped while it was read; run again."
                    .formatted(query.table())));
  }

  private void verify(long read, long before) throws InterruptedException {
    if (read == count.wanted(before)) {
      return;
    }
    var after =
        reader
            .page(
                "The count of " + query.table(),
                Layout.apart(query).question(),
                1,
                PageReader.Counting.EXACT)
            .orElseThrow();
    count.check(read, before, after.total().orElseThrow());
  }

  private long most() {
    return limit.isPresent() ? limit.getAsInt() : Long.MAX_VALUE;
  }

  private long left(Members members) {
    return most() - members.count();
  }

  private String name(int number) {
    return "Page %d of %s".formatted(number, query.table());
  }
}
