package org.rollcall.roster.supabase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollcall.model.Join;
import org.rollcall.model.Newest;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Moments;
import org.rollcall.roster.Patience;
import org.rollcall.roster.Rows;
import org.rollcall.roster.Stops;
import org.rollcall.survey.Survey;

/// Single questions about the tables behind a project's REST API. Thread-safe.
public final class SupabaseSurvey implements Survey {
  private final SupabaseProject project;
  private final RosterQuery query;
  private final Patience patience;

  /// @param patience the retries for a question without an answer
  public SupabaseSurvey(SupabaseProject project, RosterQuery query, Patience patience) {
    this.project = project;
    this.query = query;
    this.patience = patience;
  }

  @Override
  public long rows(String table, Set<String> columns) throws InterruptedException {
    return count(Question.select(table, columns.stream().map(Question::name).toList()));
  }

  @Override
  public long eligible() throws InterruptedException {
    return count(Layout.apart(query).question());
  }

  @Override
  public boolean linked(Join.One join) throws InterruptedException {
    if (!EmbeddedRow.isClear(join, Set.of())) {
      return false;
    }
    var question =
        Question.select(
            query.table(),
            List.of(Question.name(query.key()), new EmbeddedRow(join, query.table()).item()));
    return page(question, PageReader.Counting.NONE).isPresent();
  }

  /// REST takes no SQL. Settings that need it are refused before this method is called.
  @Override
  public Optional<Instant> newest(Newest asked) throws InterruptedException {
    var text =
        switch (asked) {
          case Newest.Column(var table, var column) -> greatest(table, column);
          case Newest.Function function -> returned(function);
          case Newest.Query _ ->
              throw Stops.unasked(asked, "the REST API takes no SQL; use freshness.function");
        };
    return text.map(found -> Moments.of(asked, found));
  }

  private Optional<String> greatest(String table, String column) throws InterruptedException {
    var question =
        Question.select(table, List.of(Question.name(column)))
            .with("order", Question.name(column) + ".desc.nullslast");
    return page(question, PageReader.Counting.NONE).stream()
        .flatMap(page -> page.rows().stream())
        .flatMap(row -> Optional.ofNullable(row.get(column)).stream())
        .map(Rows::text)
        .findFirst();
  }

  private Optional<String> returned(Newest.Function function) throws InterruptedException {
    var call =
        new FunctionCall(
            project, query.schema(), function, new Judge(query, project.key()), patience.tries());
    try (var wire = new Wire(project, patience, _ -> {})) {
      var tries = new AtomicInteger();
      return patience.until(
          function.called(), _ -> {}, () -> call.once(wire, tries.incrementAndGet()));
    }
  }

  private long count(Question question) throws InterruptedException {
    return page(question, PageReader.Counting.EXACT).orElseThrow().total().orElseThrow();
  }

  private Optional<Page> page(Question question, PageReader.Counting counting)
      throws InterruptedException {
    try (var wire = new Wire(project, patience, _ -> {})) {
      var judge = new Judge(query, project.key());
      return new PageReader(project, query.schema(), judge, wire, patience, _ -> {})
          .page("Table " + question.table(), question, 1, counting);
    }
  }
}
