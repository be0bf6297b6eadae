package org.rollcall.store;

import java.util.function.Consumer;
import org.jdbi.v3.core.HandleCallback;

/// The way to a store that a run can do without. A failure there is reported, and the run goes on.
///
/// @param store asked each time, so that nobody waits for it to open before it is needed
/// @param trouble told a sentence when it fails
record Forgiving(StoreAccess store, Consumer<String> trouble) {
  /// The result of `work`, or `instead` where the store fails.
  ///
  /// @param what the beginning of the sentence that tells the failure
  <T> T ask(String what, T instead, HandleCallback<T, RuntimeException> work) {
    try {
      return store.ask(what, opened -> opened.jdbi().inTransaction(work));
    } catch (StoreTrouble failed) {
      trouble.accept(String.valueOf(failed.getMessage()));
      return instead;
    }
  }
}
