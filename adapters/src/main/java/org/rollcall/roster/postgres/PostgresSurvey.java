package org.rollcall.roster.postgres;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rollcall.model.Join;
import org.rollcall.model.Newest;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Attempt;
import org.rollcall.roster.Moments;
import org.rollcall.roster.Patience;
import org.rollcall.survey.Survey;

/// Single questions about the roster's tables over a plain connection. Thread-safe.
public final class PostgresSurvey implements Survey {
  private final PostgresUrl url;
  private final RosterQuery query;
  private final Patience patience;
  private final Faults faults;

  /// @param patience the retries for a question without an answer
  public PostgresSurvey(PostgresUrl url, RosterQuery query, Patience patience) {
    this.url = url;
    this.query = query;
    this.patience = patience;
    this.faults = new Faults(query, url);
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask(Snapshot snapshot) throws SQLException;
  }

  @Override
  public long rows(String table, Set<String> columns) throws InterruptedException {
    return answered(table, snapshot -> snapshot.number(SurveySql.rows(query, table, columns)));
  }

  @Override
  public long eligible() throws InterruptedException {
    return answered(query.table(), snapshot -> snapshot.number(Sql.count(query)));
  }

  @Override
  public boolean linked(Join.One join) throws InterruptedException {
    return answered(
        join.table(), snapshot -> snapshot.number(SurveySql.foreignKeys(query, join)) == 1);
  }

  @Override
  public Optional<Instant> newest(Newest asked) throws InterruptedException {
    var sql = SurveySql.newest(query, asked);
    return patience
        .until(
            asked.called(),
            _ -> {},
            () -> once(fault -> faults.judge(fault, asked), snapshot -> snapshot.text(sql)))
        .map(text -> Moments.of(asked, text));
  }

  private <T> T answered(String table, Question<T> question) throws InterruptedException {
    return patience.until("Table " + table, _ -> {}, () -> once(faults::judge, question));
  }

  private <T> Attempt<T> once(Function<SQLException, Attempt<T>> judge, Question<T> question) {
    try (var snapshot = Snapshot.of(url)) {
      return new Attempt.Got<>(Objects.requireNonNull(asked(snapshot, question)));
    } catch (SQLException fault) {
      return judge.apply(fault);
    }
  }

  private static <T> T asked(Snapshot snapshot, Question<T> question) throws SQLException {
    try {
      return question.ask(snapshot);
    } catch (SQLException fault) {
      throw snapshot.explained(fault);
    }
  }
}
