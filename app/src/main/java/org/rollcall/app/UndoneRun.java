package org.rollcall.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.model.Target;
import org.rollcall.review.History;
import org.rollcall.review.JournaledChange;
import org.rollcall.run.RunStopped;

/// The earlier run that somebody wants to take back.
///
/// @param earlier what earlier runs did
/// @param run its id
/// @param member only what it did to this member; empty for everybody
record UndoneRun(Supplier<History> earlier, String run, Optional<String> member) {
  /// The changes of the run. A run that changed nothing has none, wherever it would have written.
  ///
  /// @param target the roster and the workspace of the new run
  /// @throws RunStopped when there is no such run, or it had another target
  List<JournaledChange> changes(Target target) {
    var history = earlier.get();
    var journaled =
        history
            .run(run)
            .orElseThrow(() -> new RunStopped(RunStopped.Kind.FAILED, History.unknown(run)));
    var all = history.changes(run);
    if (all.isEmpty()) {
      return List.of();
    }
    var its = journaled.target();
    if (its.isEmpty()) {
      throw refused(
          "It is not known which workspace run %s wrote to, and this is %s."
              .formatted(run, target));
    }
    if (!its.get().isSameAs(target)) {
      throw refused("Run %s was of %s, and this is %s.".formatted(run, its.get(), target));
    }
    return all.stream()
        .filter(change -> member.map(change.member().value()::equals).orElse(true))
        .toList();
  }

  private static RunStopped refused(String sentence) {
    return new RunStopped(
        RunStopped.Kind.REFUSED,
        sentence
            + " Nothing was written. Take it back with the settings and the token of that run.");
  }
}
