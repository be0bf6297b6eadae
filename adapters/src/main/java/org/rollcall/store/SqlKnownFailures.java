package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.MemberId;
import org.rollcall.model.Target;
import org.rollcall.run.Failure;
import org.rollcall.run.KnownFailures;

/// Remembers who failed in the runs of one target. A store that fails is told, and everybody who
/// fails then fails anew.
public final class SqlKnownFailures implements KnownFailures {
  private final Forgiving store;
  private final String target;
  private final InstantSource clock;

  /// @param trouble told a sentence when the store fails
  public SqlKnownFailures(
      StoreAccess store, Target target, InstantSource clock, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
    this.target = target.key();
    this.clock = clock;
  }

  @Override
  public Map<MemberId, Known> last() {
    return store.ask(
        "Who failed before cannot be read, so everybody who fails counts as new",
        Map.of(),
        handle -> {
          var last = new HashMap<MemberId, Known>();
          handle
              .createQuery("select * from <place>failing where target = :target")
              .bind("target", target)
              .map((row, _) -> known(row))
              .forEach(each -> last.put(each.failure().member(), each));
          return last;
        });
  }

  @Override
  public Set<MemberId> ignored() {
    return store.ask(
        "Who is ignored cannot be read, so nobody is",
        Set.of(),
        handle ->
            new HashSet<>(
                handle
                    .createQuery(
                        "select member from <place>ignores where target = :target and until > :now")
                    .bind("target", target)
                    .bind("now", clock.instant().toEpochMilli())
                    .map((row, _) -> new MemberId(row.getString("member")))
                    .list()));
  }

  @Override
  public void remember(Collection<Known> failing) {
    store.ask(
        "Who failed cannot be remembered, so the next run cannot tell what is new",
        0,
        handle -> {
          handle
              .createUpdate("delete from <place>failing where target = :target")
              .bind("target", target)
              .execute();
          return failing.isEmpty() ? 0 : write(handle, failing);
        });
  }

  private int write(Handle handle, Collection<Known> failing) {
    try (var batch =
        handle.prepareBatch(
            "insert into <place>failing(target, member, cause, since)"
                + " values (:target, :member, :cause, :since)")) {
      for (var each : failing) {
        batch
            .bind("target", target)
            .bind("member", each.failure().member().value())
            .bind("cause", each.failure().cause())
            .bind("since", each.since().toEpochMilli())
            .add();
      }
      return batch.execute().length;
    }
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        new Failure(new MemberId(row.getString("member")), row.getString("cause")),
        Instant.ofEpochMilli(row.getLong("since")));
  }
}
