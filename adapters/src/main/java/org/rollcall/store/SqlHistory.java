package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;
import org.rollcall.apply.Remedy;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Trigger;
import org.rollcall.plan.Counts;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.review.ChangePage;
import org.rollcall.review.EarlierDeeds;
import org.rollcall.review.EndedAs;
import org.rollcall.review.History;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.PlannedKind;
import org.rollcall.review.RunFilter;
import org.rollcall.review.SettledAs;
import org.rollcall.review.StoredWord;
import org.rollcall.review.Unended;
import org.rollcall.run.Totals;

/// Reads what the journal wrote. Each method throws [StoreTrouble] when the store cannot be read.
///
/// A word that only a later version of Rollcall knows is read as unknown. The rest of the history
/// can still be read.
public final class SqlHistory implements History {
  private static final String UNREADABLE = "The history cannot be read";
  private static final String RUNS =
      "select runs.*, targets.roster, targets.workspace, targets.workspace_name, targets.region"
          + " from <place>runs as runs"
          + " left join <place>targets as targets on targets.target = runs.target";

  private static final long LAST = Long.MAX_VALUE;

  private final Jdbi jdbi;

  SqlHistory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<JournaledRun> runs(RunFilter filter, int last) {
    return StoreTrouble.told(
        UNREADABLE, () -> jdbi.inTransaction(handle -> runs(handle, filter, last)));
  }

  @Override
  public Optional<JournaledRun> run(String run) {
    return StoreTrouble.told(
        UNREADABLE,
        () ->
            jdbi.withHandle(handle ->
                handle
                    .createQuery(RUNS + " where runs.run = :run")
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
  public List<JournaledChange> changes(String run, ChangePage page) {
    return StoreTrouble.told(
        UNREADABLE,
        () ->
            jdbi.withHandle(handle ->
                handle
                    .createQuery(
                        "select * from <place>changes where run = :run"
                            + " and (:any or outcome = :failed)"
                            + " and (:all or length(member) > :length"
                            + "   or (length(member) = :length and member > :member))"
                            + " order by length(member), member limit :most")
                    .bind("run", run)
                    .bind("any", !page.failed())
                    .bind("failed", SettledAs.FAILED.word())
                    .bind("all", page.after().isEmpty())
                    .bind("length", page.after().map(last -> last.value().length()).orElse(0))
                    .bind("member", page.after().map(MemberId::value).orElse(""))
                    .bind("most", page.most())
                    .map((row, _) -> change(row))
                    .list()));
  }

  @Override
  public List<JournaledChange> settled(String run, int from, int most) {
    return StoreTrouble.told(
        UNREADABLE,
        () ->
            jdbi.withHandle(handle ->
                handle
                    .createQuery(
                        "select * from <place>changes where run = :run and settled is not null"
                            + " order by settled, member limit :most offset :from")
                    .bind("run", run)
                    .bind("most", most)
                    .bind("from", from)
                    .map((row, _) -> change(row))
                    .list()));
  }

  @Override
  public List<JournaledChange> changes(Target target, MemberId member, int last) {
    return StoreTrouble.told(
        UNREADABLE,
        () ->
            jdbi.withHandle(handle ->
                handle
                    .createQuery(
                        "select changes.* from <place>changes as changes"
                            + " join <place>runs as runs on runs.run = changes.run"
                            + " where changes.member = :member and runs.target = :target"
                            + " order by coalesce(changes.settled, changes.intended) desc"
                            + " limit :last")
                    .bind("member", member.value())
                    .bind("target", target.key())
                    .bind("last", last)
                    .map((row, _) -> change(row))
                    .list()));
  }

  @Override
  public List<NoticeRecord> notices(String run) {
    return StoreTrouble.told(
        UNREADABLE, () -> jdbi.withHandle(handle -> NoticeRows.of(handle, run)));
  }

  /// Compares names of workspaces in Java, because SQLite knows only the small letters of English.
  private static List<JournaledRun> runs(Handle handle, RunFilter filter, int last) {
    var targets =
        TargetRows.all(handle).stream()
            .filter(target -> filter.includes(target.workspace()))
            .map(Target::key)
            .toList();
    return handle
        .createQuery(
            RUNS
                + " where (:anySync or runs.sync = :sync)"
                + " and (:anyTarget or runs.target in (<targets>))"
                + " and runs.started >= :since"
                + " and (runs.started < :before or (runs.started = :before and runs.run < :run))"
                + " and (:anyMember or exists (select 1 from <place>changes as theirs"
                + "   where theirs.run = runs.run and theirs.member = :member"
                + "   and (:anyOutcome or theirs.outcome = :failed)))"
                + " and (:anyOutcome or not :anyMember"
                + "   or runs.status is null or runs.status <> :succeeded)"
                + " order by runs.started desc, runs.run desc limit :last")
        .bind("anySync", filter.sync().isEmpty())
        .bind("sync", filter.sync().map(SyncName::value).orElse(""))
        .bind("anyTarget", filter.workspace().isEmpty())
        .bindList(EmptyHandling.NULL_KEYWORD, "targets", targets)
        .bind("since", filter.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE))
        .bind("before", filter.before().map(each -> each.started().toEpochMilli()).orElse(LAST))
        .bind("run", filter.before().map(RunFilter.Place::run).orElse(""))
        .bind("anyMember", filter.member().isEmpty())
        .bind("member", filter.member().map(MemberId::value).orElse(""))
        .bind("anyOutcome", !filter.failed())
        .bind("failed", SettledAs.FAILED.word())
        .bind("succeeded", EndedAs.SUCCEEDED.word())
        .bind("last", last)
        .map((row, _) -> run(row))
        .list();
  }

  private static JournaledRun run(ResultSet row) throws SQLException {
    return new JournaledRun(
        row.getString("run"),
        new SyncName(row.getString("sync")),
        row.getObject("roster") == null ? Optional.empty() : Optional.of(TargetRows.target(row)),
        row.getString("command"),
        starter(row),
        row.getString("settings"),
        Instant.ofEpochMilli(row.getLong("started")),
        time(row, "finished"),
        text(row, "status").map(EndedAs::meaning),
        text(row, "reason"),
        counts(row),
        totals(row),
        row.getInt("calls"),
        Unended.UNKNOWN);
  }

  /// A trigger that only a later version knows is an unknown one.
  private static Optional<Starter> starter(ResultSet row) throws SQLException {
    var trigger =
        StoredWord.meaning(text(row, "trigger").orElse(""), List.of(Trigger.values()))
            .orElse(Trigger.UNKNOWN);
    var host = text(row, "host").orElse("");
    return text(row, "user_name").map(user -> new Starter(user, host, trigger));
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
                row.getInt("planned_depart"),
                row.getInt("planned_revive"),
                row.getInt("planned_blocked")));
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
                row.getInt("leavers"),
                row.getInt("not_kept")));
  }

  private static JournaledChange change(ResultSet row) throws SQLException {
    var earlier = earlier(row);
    var deeds = text(row, "deeds");
    return new JournaledChange(
        row.getString("run"),
        new MemberId(row.getString("member")),
        earlier.kind(),
        row.getString("email"),
        earlier.contact(),
        time(row, "intended"),
        time(row, "settled"),
        earlier.outcome(),
        text(row, "reason"),
        earlier.remedies(),
        earlier.archived(),
        earlier.fields(),
        deeds.isPresent() ? deeds.flatMap(DeedText::deeds) : Optional.of(earlier.deeds()),
        text(row, "request_id").orElse(""));
  }

  private static EarlierDeeds earlier(ResultSet row) throws SQLException {
    return new EarlierDeeds(
        PlannedKind.meaning(row.getString("kind")),
        text(row, "outcome").map(SettledAs::meaning),
        text(row, "contact").map(ContactId::new),
        remedies(text(row, "remedies").orElse("")),
        Fields.differences(text(row, "fields").orElse("{}")),
        Fields.words(text(row, "archived").orElse("")).stream().map(ContactId::new).toList());
  }

  private static List<Remedy> remedies(String words) {
    return Fields.words(words).stream().flatMap(word -> Remedy.meaning(word).stream()).toList();
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
