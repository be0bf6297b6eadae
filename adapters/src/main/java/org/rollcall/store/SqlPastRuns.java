package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.Target;
import org.rollcall.plan.PastRun;
import org.rollcall.review.SettledAs;
import org.rollcall.run.PastRuns;

/// Remembers what the runs of each target did. A store that fails is told and counts as no memory:
/// the run's own work is done and true all the same.
///
/// A run that was killed could remember nothing. What the journal says of it counts.
public final class SqlPastRuns implements PastRuns {
  /// Runs that are older are of interest only if they are among the last ones.
  private static final Duration OLD = Duration.ofDays(8);

  private static final int LAST = 60;

  private final Forgiving reading;
  private final Forgiving writing;
  private final InstantSource clock;
  private final String target;

  /// @param trouble told a sentence when the store cannot keep what a run did
  /// @param unreadable told a sentence when it cannot be read; may end the run by
  ///   [org.rollcall.run.RunStopped]
  public SqlPastRuns(
      StoreAccess store,
      Target target,
      InstantSource clock,
      Consumer<String> trouble,
      Consumer<String> unreadable) {
    this.reading = new Forgiving(store, unreadable);
    this.writing = new Forgiving(store, trouble);
    this.clock = clock;
    this.target = target.key();
  }

  @Override
  public List<PastRun> all() {
    return reading.askAloud(
        "Whether the roster has shrunk since the last runs, and what they archived, cannot be told",
        List.of(),
        handle -> {
          var runs = new ArrayList<>(remembered(handle));
          runs.addAll(ofEarlierVersions(handle));
          runs.addAll(killed(handle));
          return runs;
        });
  }

  @Override
  public void remember(PastRun run) {
    writing.askAloud(
        "How many members the roster has and what was archived cannot be kept, so the next run cannot tell whether it is too much",
        0,
        handle -> {
          forget(handle);
          return handle
              .createUpdate(
                  "insert into <place>past_runs(target, run, ended, members, put_away, emptied, joined, forced)"
                      + " values (:target, :run, :ended, :members, :putAway, :emptied, :joined, :forced)"
                      + " on conflict (target, run) do update set ended = excluded.ended,"
                      + " members = excluded.members, put_away = excluded.put_away,"
                      + " emptied = excluded.emptied, joined = excluded.joined, forced = excluded.forced")
              .bind("target", target)
              .bind("run", run.run())
              .bind("ended", run.ended().toEpochMilli())
              .bind("members", run.members().isPresent() ? run.members().getAsInt() : null)
              .bind("putAway", run.putAway())
              .bind("emptied", Fields.counts(run.emptied()))
              .bind("joined", Fields.numbers(run.joined()))
              .bind("forced", run.forced() ? 1 : 0)
              .execute();
        });
  }

  private void forget(Handle handle) {
    handle
        .createUpdate(
            "delete from <place>past_runs where target = :target and ended < :old and run not in"
                + " (select run from <place>past_runs where target = :target"
                + " order by ended desc limit :last)")
        .bind("target", target)
        .bind("old", clock.instant().minus(OLD).toEpochMilli())
        .bind("last", LAST)
        .execute();
  }

  private List<PastRun> remembered(Handle handle) {
    return handle
        .createQuery("select * from <place>past_runs where target = :target")
        .bind("target", target)
        .map((row, _) -> run(row))
        .list();
  }

  private static PastRun run(ResultSet row) throws SQLException {
    return new PastRun(
        row.getString("run"),
        Instant.ofEpochMilli(row.getLong("ended")),
        members(row),
        row.getInt("put_away"),
        Fields.counts(row.getString("emptied")),
        Fields.numbers(row.getString("joined")),
        row.getInt("forced") == 1);
  }

  private static OptionalInt members(ResultSet row) throws SQLException {
    int members = row.getInt("members");
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(members);
  }

  /// Earlier versions kept the members of the last good run only.
  private List<PastRun> ofEarlierVersions(Handle handle) {
    return handle
        .createQuery("select members from <place>rosters where target = :target")
        .bind("target", target)
        .map((row, _) ->
            new PastRun(
                "", Instant.EPOCH, OptionalInt.of(row.getInt("members")), 0, Map.of(), false))
        .list();
  }

  /// Runs that the journal knows and that remembered nothing; taking an earlier run back does not
  /// count.
  private List<PastRun> killed(Handle handle) {
    return handle
        .createQuery(
            "select runs.run, runs.started, changes.archived, changes.outcome"
                + " from <place>runs as runs join <place>changes as changes on changes.run = runs.run"
                + " where runs.target = :target and runs.started > :old and runs.command <> 'undo'"
                + " and (changes.archived <> '' or changes.outcome = :departed)"
                + " and runs.run not in"
                + " (select run from <place>past_runs where target = :target)")
        .bind("target", target)
        .bind("old", clock.instant().minus(OLD).toEpochMilli())
        .bind("departed", SettledAs.DEPARTED.word())
        .map((row, _) -> change(row))
        .list();
  }

  private static PastRun change(ResultSet row) throws SQLException {
    var archived = row.getString("archived");
    int contacts = archived == null ? 0 : Fields.words(archived).size();
    boolean departed = SettledAs.DEPARTED.word().equals(row.getString("outcome"));
    return new PastRun(
        row.getString("run"),
        Instant.ofEpochMilli(row.getLong("started")),
        OptionalInt.empty(),
        contacts + (departed ? 1 : 0),
        Map.of(),
        false);
  }
}
