package org.rollcall.bulk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.apply.Request;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;

/// What a call in bulk does to its hundred.
enum Hundred {
  CREATES("made") {
    @Override
    Request.OfMany request(List<Change> changes, Optional<String> job) {
      return new Request.CreateMany(
          all(changes, Change.Create.class).map(create -> create.wanted().fields()).toList(), job);
    }
  },
  UPDATES("written") {
    @Override
    Request.OfMany request(List<Change> changes, Optional<String> job) {
      return new Request.UpdateMany(
          all(changes, Change.Update.class).map(Hundred::update).toList(), job);
    }
  };

  private final String done;

  Hundred(String done) {
    this.done = done;
  }

  /// What is done to them, as in "they are made one by one".
  String done() {
    return done;
  }

  /// The call for these changes, which are of this kind.
  abstract Request.OfMany request(List<Change> changes, Optional<String> job);

  private static <C extends Change> Stream<C> all(List<Change> changes, Class<C> kind) {
    return changes.stream().map(kind::cast);
  }

  private static Request.Update update(Change.Update change) {
    return new Request.Update(
        change.contact().id(), Diff.wishes(change.wanted(), change.differences()));
  }
}
