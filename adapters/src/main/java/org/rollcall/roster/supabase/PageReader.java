package org.rollcall.roster.supabase;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.roster.Attempt;
import org.rollcall.roster.Patience;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// One reading of the roster with its requests, its retries and its current page size. Used by one
/// thread.
final class PageReader {
  private static final int SMALLEST_PAGE = 25;

  /// By how much a page shrinks that had too many bytes. In four tries it becomes so small that a
  /// row with a megabyte fits.
  private static final int SMALLER = 4;

  private final SupabaseProject project;
  private final String schema;
  private final Judge judge;
  private final Wire wire;
  private final Patience patience;
  private final Consumer<RunEvent> events;
  private int pageSize;
  private int requests;
  private int slowCounts;
  private int unlisted;

  PageReader(
      SupabaseProject project,
      String schema,
      Judge judge,
      Wire wire,
      Patience patience,
      Consumer<RunEvent> events) {
    this.project = project;
    this.schema = schema;
    this.judge = judge;
    this.wire = wire;
    this.patience = patience;
    this.events = events;
    this.pageSize = project.pageSize();
  }

  /// Whether the server also counts all rows of a question, in the same snapshot as the page.
  enum Counting {
    EXACT,
    NONE
  }

  /// Reports an event.
  void tell(RunEvent event) {
    events.accept(event);
  }

  /// The number of requests so far, including failed ones.
  int requests() {
    return requests;
  }

  /// The number of rows per request.
  int pageSize() {
    return pageSize;
  }

  /// Limits all later requests to this many rows.
  void shrinkPages(int rows) {
    pageSize = Math.clamp(rows, 1, pageSize);
  }

  /// A page of at most `most` rows; empty if the server cannot embed the joined tables in
  /// `question`.
  ///
  /// @param what what is read, as the beginning of a sentence
  /// @throws org.rollcall.run.RunStopped when it cannot be read
  Optional<Page> page(String what, Question question, long most, Counting counting)
      throws InterruptedException {
    unlisted = 0;
    var page = patience.until(what, events, () -> once(question, most, counting));
    return counting == Counting.EXACT && page.isPresent() && page.get().total().isEmpty()
        ? Optional.of(page.get().of(new CountByPages(this).count(question)))
        : page;
  }

  private Attempt<Optional<Page>> once(Question question, long most, Counting counting)
      throws InterruptedException {
    requests++;
    try {
      var asked = isCountable(question) ? counting : Counting.NONE;
      var limit = Math.toIntExact(Math.min(pageSize, most));
      return wire.send(
          request(question, limit, asked),
          response -> judged(judge.verdict(question.table(), response), question, asked));
    } catch (Wire.Unanswered unanswered) {
      if (unanswered.isTooLarge()) {
        shrinkPages(pageSize / SMALLER);
      }
      return unanswered.attempt();
    }
  }

  /// A count that was cancelled twice is not asked for again, where the rows can be counted by
  /// pages.
  private boolean isCountable(Question question) {
    return slowCounts < 2 || question.key().isEmpty();
  }

  private void slower(Question question, Counting counting) {
    shrinkPages(Math.max(pageSize / 2, SMALLEST_PAGE));
    if (counting == Counting.EXACT && ++slowCounts == 2 && question.key().isPresent()) {
      events.accept(
          new RunEvent.Warned(
              "The database cancelled the count of %s for taking too long, so its rows are counted by pages. An index over the columns under roster.where makes the count fast."
                  .formatted(question.table())));
    }
  }

  private Attempt<Optional<Page>> unlisted(RunStopped stop) {
    if (++unlisted >= patience.tries()) {
      throw stop;
    }
    return passing(
        "the REST API does not know the table; after a migration its list of tables may be old",
        Duration.ZERO);
  }

  private Attempt<Optional<Page>> judged(Verdict verdict, Question question, Counting counting) {
    return switch (verdict) {
      case Verdict.Rows(var page) when counting == Counting.EXACT && page.total().isEmpty() ->
          passing("the answer did not say how many rows there are", Duration.ZERO);
      case Verdict.Rows(var page) -> new Attempt.Got<>(Optional.of(page));
      case Verdict.NoForeignKey() -> new Attempt.Got<>(Optional.empty());
      case Verdict.TooSlow(var why) -> {
        slower(question, counting);
        yield perhapsLocked(
            counting == Counting.EXACT ? why + ", with its count of all rows" : why);
      }
      case Verdict.Locked(var why) -> perhapsLocked(why);
      case Verdict.Unlisted(var stop) -> unlisted(stop);
      case Verdict.Passing(var why, var atLeast) -> passing(why, atLeast);
      case Verdict.Final(var stop) -> throw stop;
    };
  }

  private static Attempt<Optional<Page>> passing(String why, Duration atLeast) {
    return new Attempt.Passing<>(why, atLeast, Optional.empty());
  }

  private static Attempt<Optional<Page>> perhapsLocked(String why) {
    return new Attempt.Passing<>(why, Duration.ZERO, Optional.empty(), Duration.ZERO, Locks.HINT);
  }

  private HttpRequest request(Question question, int limit, Counting counting) {
    return project
        .request(question.at(project.url(), limit), schema)
        .header("Prefer", prefer(counting))
        .build();
  }

  /// Requests times in UTC, whatever the time zone of the database.
  private static String prefer(Counting counting) {
    return switch (counting) {
      case EXACT -> "timezone=UTC, count=exact";
      case NONE -> "timezone=UTC";
    };
  }
}
