package org.rollcall.roster.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.rollcall.apply.Waiter;
import org.rollcall.model.Join;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.MemberIds;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Attempt;
import org.rollcall.roster.Count;
import org.rollcall.roster.Members;
import org.rollcall.roster.Patience;
import org.rollcall.roster.Rows;
import org.rollcall.roster.Stops;
import org.rollcall.run.Census;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;

/// The roster read from PostgreSQL, in one read-only transaction with one snapshot.
///
/// It works through a pooler that assigns connections per transaction. It hands members over after
/// it has read all of them, so that a broken reading can start again. Thread-safe.
public final class PostgresRoster implements Roster {
  private static final int PAGE_SIZE = 1000;

  /// The most letters of all rows together: half of the memory. All rows are in memory until the
  /// last one is read.
  private static final long MOST_LETTERS = Runtime.getRuntime().maxMemory() / 2;

  private final PostgresUrl url;
  private final RosterQuery query;
  private final Patience patience;
  private final Faults faults;
  private final int pageSize;

  public PostgresRoster(PostgresUrl url, RosterQuery query, Waiter waiter) {
    this(url, query, new Patience(waiter), PAGE_SIZE);
  }

  /// @param patience the retries for a reading that failed
  public PostgresRoster(PostgresUrl url, RosterQuery query, Patience patience) {
    this(url, query, patience, PAGE_SIZE);
  }

  /// @param pageSize the rows to fetch at once
  public PostgresRoster(PostgresUrl url, RosterQuery query, Waiter waiter, int pageSize) {
    this(url, query, new Patience(waiter), pageSize);
  }

  private PostgresRoster(PostgresUrl url, RosterQuery query, Patience patience, int pageSize) {
    this.url = url;
    this.query = query;
    this.patience = patience;
    this.faults = new Faults(query, url);
    this.pageSize = pageSize;
  }

  /// What is read within a snapshot.
  @FunctionalInterface
  private interface Question<T> {
    T ask(Snapshot snapshot) throws SQLException;
  }

  @Override
  public int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events)
      throws InterruptedException {
    var queries = new AtomicInteger();
    var rows = answered(events, snapshot -> rows(snapshot, limit, events, queries));
    var members = new Members(query, each);
    rows.forEach(row -> members.hand(Rows.row(row)));
    events.accept(new RunEvent.RosterRead(members.count()));
    return queries.get();
  }

  @Override
  public Census everybody(Consumer<RunEvent> events) throws InterruptedException {
    var queries = new AtomicInteger();
    var everybody = answered(events, snapshot -> keys(snapshot, queries));
    if (everybody.isEmpty()) {
      throw Stops.empty(query, url.user());
    }
    return new Census(everybody, queries.get());
  }

  private <T> T answered(Consumer<RunEvent> events, Question<T> question)
      throws InterruptedException {
    return patience.until("Table " + query.table(), events, () -> once(question));
  }

  private <T> Attempt<T> once(Question<T> question) {
    try (var snapshot = Snapshot.of(url)) {
      return new Attempt.Got<>(asked(snapshot, question));
    } catch (SQLException fault) {
      return faults.judge(fault);
    }
  }

  private static <T> T asked(Snapshot snapshot, Question<T> question) throws SQLException {
    try {
      return question.ask(snapshot);
    } catch (SQLException fault) {
      throw snapshot.explained(fault);
    }
  }

  /// All rows as JSON text, the form that takes the least memory.
  private List<String> rows(
      Snapshot snapshot, OptionalInt limit, Consumer<RunEvent> events, AtomicInteger queries)
      throws SQLException {
    queries.incrementAndGet();
    var total = snapshot.number(Sql.count(query));
    if (total == 0) {
      throw Stops.empty(query, url.user());
    }
    var count = new Count(query, limit);
    events.accept(new RunEvent.RosterCounted(count.wanted(total), pageSize));
    queries.incrementAndGet();
    var rows = new ArrayList<String>();
    var pages = new PageProgress(pageSize, events);
    var letters = new AtomicLong();
    snapshot.texts(
        Sql.members(query, comparisons(snapshot), limit),
        pageSize,
        row -> {
          if (letters.addAndGet(row.length()) > MOST_LETTERS) {
            throw Stops.tooMuch(query.table(), rows.size());
          }
          rows.add(row);
          pages.another();
        });
    pages.end();
    if (rows.size() < count.wanted(total)) {
      throw Stops.miscounted(query, rows.size(), total, total);
    }
    return rows;
  }

  private List<KeyComparison> comparisons(Snapshot snapshot) throws SQLException {
    var comparisons = new ArrayList<KeyComparison>();
    for (var join : query.joins()) {
      comparisons.add(
          switch (join) {
            case Join.One one ->
                new KeyComparison(
                    type(snapshot, one.table(), one.key()),
                    type(snapshot, query.table(), one.on()));
            case Join.Many many ->
                new KeyComparison(
                    type(snapshot, many.table(), many.foreignKey()),
                    type(snapshot, query.table(), query.key()));
          });
    }
    return comparisons;
  }

  private Optional<KeyType> type(Snapshot snapshot, String table, String column)
      throws SQLException {
    var types = new ArrayList<KeyType>();
    snapshot.texts(
        KeyType.question(Sql.table(query, table), column),
        pageSize,
        json -> types.add(KeyType.of(json)));
    return types.stream().findFirst();
  }

  private Set<MemberId> keys(Snapshot snapshot, AtomicInteger queries) throws SQLException {
    queries.incrementAndGet();
    var keys = new MemberIds();
    snapshot.texts(
        Sql.keys(query),
        pageSize,
        json -> {
          var key = json == null ? null : Rows.text(Rows.row("{\"key\":" + json + "}").get("key"));
          if (key != null && Members.isKey(key)) {
            keys.add(new MemberId(key));
          }
        });
    return keys;
  }
}
