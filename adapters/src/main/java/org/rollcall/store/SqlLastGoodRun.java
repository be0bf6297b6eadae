package org.rollcall.store;

import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.run.LastGoodRun;

/// Remembers of each roster how many members it had. A store that fails is told and counts as no
/// memory: the run's own work is done and true all the same.
public final class SqlLastGoodRun implements LastGoodRun {
  private final Forgiving store;
  private final String roster;

  /// @param roster tells this roster from all others
  /// @param trouble told a sentence when the store fails
  public SqlLastGoodRun(Supplier<Store> store, String roster, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
    this.roster = roster;
  }

  @Override
  public OptionalInt members() {
    return store.ask(
        "Whether the roster has shrunk since the last run cannot be told",
        OptionalInt.empty(),
        handle ->
            handle
                .createQuery("select members from <place>rosters where roster = :roster")
                .bind("roster", roster)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
  }

  @Override
  public void remember(int members) {
    store.ask(
        "How many members the roster has cannot be kept, so the next run cannot tell whether it has shrunk",
        0,
        handle ->
            handle
                .createUpdate(
                    "insert into <place>rosters(roster, members) values (:roster, :members)"
                        + " on conflict (roster) do update set members = excluded.members")
                .bind("roster", roster)
                .bind("members", members)
                .execute());
  }
}
