package org.rollcall.store;

import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.model.Target;
import org.rollcall.run.LastGoodRun;

/// Remembers of each target how many members its roster had. A store that fails is told and counts
/// as no memory: the run's own work is done and true all the same.
public final class SqlLastGoodRun implements LastGoodRun {
  private final Forgiving store;
  private final String target;

  /// @param trouble told a sentence when the store fails
  public SqlLastGoodRun(Supplier<Store> store, Target target, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
    this.target = target.key();
  }

  @Override
  public OptionalInt members() {
    return store.ask(
        "Whether the roster has shrunk since the last run cannot be told",
        OptionalInt.empty(),
        handle ->
            handle
                .createQuery("select members from <place>rosters where target = :target")
                .bind("target", target)
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
                    "insert into <place>rosters(target, members) values (:target, :members)"
                        + " on conflict (target) do update set members = excluded.members")
                .bind("target", target)
                .bind("members", members)
                .execute());
  }
}
