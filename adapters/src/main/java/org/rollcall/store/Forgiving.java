package org.rollcall.store;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.HandleCallback;

/// The way to a store that a run can do without. A failure there is reported, and the run goes on.
/// A store that this program must not use stops the run.
///
/// @param store asked each time, so that nobody waits for it to open before it is needed
/// @param trouble told a sentence when it fails
record Forgiving(StoreAccess store, Consumer<String> trouble) {
  /// The result of `work`, or `instead` where the store fails.
  ///
  /// @param what the beginning of the sentence that tells the failure
  <T> T ask(String what, T instead, HandleCallback<T, RuntimeException> work) {
    return ask(what, instead, work, sentence -> sentence);
  }

  /// The same for what must not fail without a word: the sentence begins with `what` also when it
  /// is known already that the store cannot be opened.
  <T> T askAloud(String what, T instead, HandleCallback<T, RuntimeException> work) {
    return ask(
        what,
        instead,
        work,
        sentence -> sentence.startsWith(what) ? sentence : what + ": " + sentence);
  }

  private <T> T ask(
      String what,
      T instead,
      HandleCallback<T, RuntimeException> work,
      UnaryOperator<String> told) {
    try {
      return store.ask(what, opened -> opened.jdbi().inTransaction(work));
    } catch (StoreTrouble failed) {
      failed.stopIfRefusal();
      trouble.accept(told.apply(String.valueOf(failed.getMessage())));
      return instead;
    }
  }
}
