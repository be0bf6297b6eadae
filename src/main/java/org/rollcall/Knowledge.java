package org.rollcall;

import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.mapping.Setup;
import org.rollcall.run.ContactIndex;
import org.rollcall.run.LastGoodRun;
import org.rollcall.run.RefusedFields;
import org.rollcall.store.SqlContactIndex;
import org.rollcall.store.SqlLastGoodRun;
import org.rollcall.store.SqlRefusedFields;
import org.rollcall.store.Store;

/// What earlier runs left for this one to know. Without it a run is right all the same.
record Knowledge(LastGoodRun lastGoodRun, RefusedFields refusedFields, ContactIndex contactIndex) {
  /// Of a world that lives no longer than the program.
  static Knowledge none() {
    return new Knowledge(new Forgetful(), RefusedFields.none(), ContactIndex.none());
  }

  /// What the store knows of the roster that the settings name.
  ///
  /// @param trouble told a sentence when the store fails
  static Knowledge of(
      Supplier<Store> store, Setup setup, InstantSource clock, Consumer<String> trouble) {
    var roster = Rosters.nameOf(setup.settings());
    return new Knowledge(
        new SqlLastGoodRun(store, roster, trouble),
        new SqlRefusedFields(store, roster, clock, trouble),
        new SqlContactIndex(store, roster, trouble));
  }

  /// The same for a run of some members alone, which says nothing of how many there are.
  Knowledge ofSome() {
    return new Knowledge(new Forgetful(), refusedFields, contactIndex);
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
