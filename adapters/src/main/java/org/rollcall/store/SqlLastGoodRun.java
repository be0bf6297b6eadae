package org.rollcall.store;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jdbi.v3.core.HandleCallback;
import org.rollcall.model.Target;
import org.rollcall.run.LastGoodRun;

/// Remembers of each target how many members its roster had. A store that fails at the end of a run
/// is told: the run's own work is done and true all the same.
///
/// Each failure is told as what it means, also when everybody knows already that the store cannot
/// be opened: a safeguard does not vanish without a word.
public final class SqlLastGoodRun implements LastGoodRun {
  private final StoreAccess store;
  private final String target;
  private final Consumer<String> trouble;
  private final Consumer<String> unreadable;

  /// @param trouble told a sentence when the store cannot keep the number
  /// @param unreadable told a sentence when it cannot be read; may end the run by
  ///   [org.rollcall.run.RunStopped]
  public SqlLastGoodRun(
      StoreAccess store, Target target, Consumer<String> trouble, Consumer<String> unreadable) {
    this.store = store;
    this.target = target.key();
    this.trouble = trouble;
    this.unreadable = unreadable;
  }

  @Override
  public OptionalInt members() {
    return ask(
        "Whether the roster has shrunk since the last run cannot be told",
        OptionalInt.empty(),
        unreadable,
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
    ask(
        "How many members the roster has cannot be kept, so the next run cannot tell whether it has shrunk",
        0,
        trouble,
        handle ->
            handle
                .createUpdate(
                    "insert into <place>rosters(target, members) values (:target, :members)"
                        + " on conflict (target) do update set members = excluded.members")
                .bind("target", target)
                .bind("members", members)
                .execute());
  }

  private <T> T ask(
      String what,
      T instead,
      Consumer<String> listener,
      HandleCallback<T, RuntimeException> question) {
    try {
      return store.ask(what, opened -> opened.jdbi().inTransaction(question));
    } catch (StoreTrouble failed) {
      var sentence = String.valueOf(failed.getMessage());
      listener.accept(sentence.startsWith(what) ? sentence : what + ": " + sentence);
      return instead;
    }
  }
}
