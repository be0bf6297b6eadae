package org.rollcall.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.rollcall.model.MemberId;
import org.rollcall.model.Target;
import org.rollcall.review.SettledAs;
import org.rollcall.run.WrittenBefore;

/// Reads from the journal what was written to one target. A store that fails is reported and counts
/// as nothing written.
public final class SqlWrittenBefore implements WrittenBefore {
  /// So many members are asked for by their numbers. For more it is cheaper to read all rows.
  private static final int FEW = 400;

  private static final String WRITTEN =
      "select changes.member, changes.fields, runs.started from <place>runs as runs"
          + " join <place>changes as changes on changes.run = runs.run"
          + " where runs.target = :target and runs.started >= :since"
          + " and changes.outcome = :updated and changes.fields <> '{}'"
          + " and (:everybody or changes.member in (<members>))"
          + " order by runs.started desc, runs.run desc";

  private final Forgiving store;
  private final String key;

  /// @param trouble told a sentence when the store fails
  public SqlWrittenBefore(StoreAccess store, Target target, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
    this.key = target.key();
  }

  @Override
  public void tell(Set<MemberId> members, Instant since, Listener listener) {
    var asked = members.size() > FEW ? List.of("") : members.stream().map(MemberId::value).toList();
    store.ask(
        "What earlier runs wrote cannot be read, so what comes back every time is written again",
        0,
        handle -> {
          handle
              .createQuery(WRITTEN)
              .bind("target", key)
              .bind("since", since.toEpochMilli())
              .bind("updated", SettledAs.UPDATED.word())
              .bind("everybody", members.size() > FEW)
              .bindList("members", asked)
              .map((row, _) -> {
                var member = new MemberId(row.getString("member"));
                if (members.contains(member)) {
                  listener.wrote(
                      member,
                      Fields.differences(row.getString("fields")),
                      Instant.ofEpochMilli(row.getLong("started")));
                }
                return 0;
              })
              .forEach(_ -> {});
          return 0;
        });
  }
}
