package org.rollcall.app;

import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.run.LastGoodRun;
import org.rollcall.run.LastWritten;
import org.rollcall.run.RefusedFields;
import org.rollcall.store.SqlLastGoodRun;
import org.rollcall.store.SqlLastWritten;
import org.rollcall.store.SqlRefusedFields;
import org.rollcall.store.Store;

/// What earlier runs left for this one to know. Without it a run is right all the same.
record LearnedFacts(
    LastGoodRun lastGoodRun, RefusedFields refusedFields, LastWritten contactIndex) {
  /// Of a world that lives no longer than the program.
  static LearnedFacts none() {
    return new LearnedFacts(new Forgetful(), RefusedFields.none(), LastWritten.none());
  }

  /// What the store knows of the roster that the settings name.
  ///
  /// @param trouble told a sentence when the store fails
  static LearnedFacts of(
      Supplier<Store> store, SyncDefinition setup, InstantSource clock, Consumer<String> trouble) {
    var roster = Rosters.nameOf(setup.settings());
    return new LearnedFacts(
        new SqlLastGoodRun(store, roster, trouble),
        new SqlRefusedFields(store, roster, clock, trouble),
        new SqlLastWritten(store, roster, trouble));
  }

  /// The same for a run of some members alone, which says nothing of how many there are.
  LearnedFacts ofSome() {
    return new LearnedFacts(new Forgetful(), refusedFields, contactIndex);
  }

  private static final class Forgetful implements LastGoodRun {
    @Override
    public OptionalInt members() {
      return OptionalInt.empty();
    }

    @Override
    public void remember(int members) {}
  }
}
