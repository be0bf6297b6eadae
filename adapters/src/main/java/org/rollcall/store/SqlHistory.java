package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Counts;
import org.rollcall.review.History;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.run.Report;
import org.rollcall.run.Totals;

/// Reads what the journal wrote. Each method throws [StoreTrouble] when the store cannot be read.
public final class SqlHistory implements History {
  private static final String UNREADABLE = "The history cannot be read";

  private final Jdbi jdbi;

  SqlHistory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<JournaledRun> runs(int last) {
    return StoreTrouble.told(
        UNREADABLE,
        () ->
            jdbi.withHandle(handle ->
                handle
                    .createQuery(
                        "select * from <place>runs order by started desc, run desc limit :last")
                    .bind("last", last)
                    .map((row, _) -> run(row))
                    .list()));
  }

  @Override
  public Optional<JournaledRun> run(String run) {
    return StoreTrouble.told(
        UNREADABLE,
        () ->
            jdbi.withHandle(handle ->
                handle
                    .createQuery("select * from <place>runs where run = :run")
                    .bind("run", run)
                    .map((row, _) -> run(row))
                    .findOne()));
  }

  @Override
  public List<JournaledChange> changes(String run) {
    return StoreTrouble.told(
        UNREADABLE,
        () ->
            jdbi.withHandle(handle ->
                handle
                    .createQuery(
                        "select * from <place>changes where run = :run"
                            + " order by length(member), member")
                    .bind("run", run)
                    .map((row, _) -> change(row))
                    .list()));
  }

  @Override
  public List<JournaledChange> changes(MemberId member, int last) {
    return StoreTrouble.told(
        UNREADABLE,
        () ->
            jdbi.withHandle(handle ->
                handle
                    .createQuery(
                        "select * from <place>changes where member = :member"
                            + " order by coalesce(settled, intended) desc limit :last")
                    .bind("member", member.value())
                    .bind("last", last)
                    .map((row, _) -> change(row))
                    .list()));
  }

  private static JournaledRun run(ResultSet row) throws SQLException {
    return new JournaledRun(
        row.getString("run"),
        row.getString("command"),
        row.getString("settings"),
        Instant.ofEpochMilli(row.getLong("started")),
        time(row, "finished"),
        text(row, "status").map(SqlHistory::status),
        text(row, "reason"),
        counts(row),
        totals(row),
        row.getInt("calls"));
  }

  private static Report.Status status(String word) {
    return Report.Status.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Optional<Counts> counts(ResultSet row) throws SQLException {
    return row.getObject("planned_create") == null
        ? Optional.empty()
        : Optional.of(
            new Counts(
                row.getInt("planned_create"),
                row.getInt("planned_update"),
                row.getInt("planned_unchanged"),
                row.getInt("planned_skip"),
                row.getInt("planned_archive"),
                row.getInt("planned_depart")));
  }

  private static Optional<Totals> totals(ResultSet row) throws SQLException {
    return row.getObject("total") == null
        ? Optional.empty()
        : Optional.of(
            new Totals(
                row.getInt("total"),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("skipped"),
                row.getInt("failed"),
                row.getInt("duplicates"),
                row.getInt("leavers")));
  }

  private static JournaledChange change(ResultSet row) throws SQLException {
    return new JournaledChange(
        row.getString("run"),
        new MemberId(row.getString("member")),
        row.getString("kind"),
        row.getString("email"),
        text(row, "contact").map(ContactId::new),
        time(row, "intended"),
        time(row, "settled"),
        text(row, "outcome"),
        text(row, "reason"),
        Fields.words(text(row, "remedies").orElse("")),
        Fields.words(text(row, "archived").orElse("")).stream().map(ContactId::new).toList(),
        Fields.differences(text(row, "fields").orElse("{}")),
        text(row, "request_id").orElse(""));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    @Nullable String text = row.getString(column);
    return Optional.ofNullable(text);
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
