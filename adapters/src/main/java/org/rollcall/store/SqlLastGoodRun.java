package org.rollcall.store;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.model.Target;
import org.rollcall.run.LastGoodRun;

/// Remembers how many members the roster of each target had. A store that fails is reported and
/// counts as no memory, because the run itself is still right.
public final class SqlLastGoodRun implements LastGoodRun {
  private final Forgiving store;
  private final String target;

  /// @param trouble told a sentence when the store fails
  public SqlLastGoodRun(StoreAccess store, Target target, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
    this.target = target.key();
  }

  @Override
  public OptionalInt members() {
    return store.ask(
        "The size that the roster had in the last run cannot be read, so a roster that shrank goes unnoticed",
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
        "The size of the roster cannot be remembered, so the next run does not notice if it shrinks",
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
