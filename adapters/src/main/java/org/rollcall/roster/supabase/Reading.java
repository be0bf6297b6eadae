package org.rollcall.roster.supabase;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.roster.Attempt;
import org.rollcall.roster.Patience;
import org.rollcall.run.RunEvent;

/// One reading of the roster: its requests, its patience, and the page size it has come to. Used by
/// one thread.
final class Reading {
  private static final int SMALLEST_PAGE = 25;

  private final SupabaseProject project;
  private final String schema;
  private final Judge judge;
  private final Wire wire;
  private final Patience patience;
  private final Consumer<RunEvent> events;
  private int pageSize;
  private int requests;

  Reading(
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

  /// Tells what goes on.
  void tell(RunEvent event) {
    events.accept(event);
  }

  /// Requests made until now, those that failed among them.
  int requests() {
    return requests;
  }

  /// Rows asked for at once.
  int pageSize() {
    return pageSize;
  }

  /// From now on no more rows than this are asked for at once.
  void shrinkPages(int rows) {
    pageSize = Math.clamp(rows, 1, pageSize);
  }

  /// A page of no more than `most` rows; empty when what `ask` embeds cannot be embedded.
  ///
  /// @param what what is read, as the beginning of a sentence
  /// @throws org.rollcall.run.RunStopped when it cannot be read
  Optional<Page> page(String what, Ask ask, long most, Counting counting)
      throws InterruptedException {
    return patience.until(what, events, () -> once(ask, most, counting));
  }

  private Attempt<Optional<Page>> once(Ask ask, long most, Counting counting)
      throws InterruptedException {
    requests++;
    try {
      var limit = Math.toIntExact(Math.min(pageSize, most));
      return judged(judge.verdict(ask.table(), wire.send(request(ask, limit, counting))), counting);
    } catch (Wire.Unanswered unanswered) {
      return new Attempt.Passing<>(unanswered.why(), Duration.ZERO, Optional.of(unanswered));
    }
  }

  private Attempt<Optional<Page>> judged(Verdict verdict, Counting counting) {
    return switch (verdict) {
      case Verdict.Rows(var page) when counting == Counting.EXACT && page.total().isEmpty() ->
          passing("the answer did not say how many rows there are", Duration.ZERO);
      case Verdict.Rows(var page) -> new Attempt.Got<>(Optional.of(page));
      case Verdict.NoForeignKey() -> new Attempt.Got<>(Optional.empty());
      case Verdict.TooSlow(var why) -> {
        shrinkPages(Math.max(pageSize / 2, SMALLEST_PAGE));
        yield passing(why, Duration.ZERO);
      }
      case Verdict.Passing(var why, var atLeast) -> passing(why, atLeast);
      case Verdict.Final(var stop) -> throw stop;
    };
  }

  private static Attempt<Optional<Page>> passing(String why, Duration atLeast) {
    return new Attempt.Passing<>(why, atLeast, Optional.empty());
  }

  private HttpRequest request(Ask ask, int limit, Counting counting) {
    return project
        .request(ask.at(project.url(), limit), schema)
        .header("Prefer", prefer(counting))
        .build();
  }

  /// Times are asked for in UTC, whatever zone the database thinks in.
  private static String prefer(Counting counting) {
    return switch (counting) {
      case EXACT -> "timezone=UTC, count=exact";
      case NONE -> "timezone=UTC";
    };
  }
}
