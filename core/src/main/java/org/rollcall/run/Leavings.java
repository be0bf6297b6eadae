package org.rollcall.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;

/// How a run left the contacts of those for whom it did what was planned.
final class Leavings {
  private Leavings() {}

  /// Members who were not done are left out: what is known of them stays.
  static Stream<LastWritten.Entry> of(List<Change> changes, List<Outcome> outcomes) {
    var undone =
        outcomes.stream()
            .filter(outcome -> !isDone(outcome.result()))
            .map(Outcome::member)
            .collect(Collectors.toSet());
    return changes.stream().flatMap(change -> entry(change, undone).stream());
  }

  private static boolean isDone(Result result) {
    return switch (result) {
      case Result.Created _, Result.Updated _, Result.Unchanged _, Result.Departed _ -> true;
      case Result.Skipped _, Result.NotDone _ -> false;
    };
  }

  private static Optional<LastWritten.Entry> entry(Change change, Set<MemberId> undone) {
    if (undone.contains(change.member())) {
      return Optional.empty();
    }
    return switch (change) {
      case Change.Create create -> left(change, Fingerprint.of(create.wanted()));
      case Change.Update update -> left(change, Fingerprint.of(update.wanted()));
      case Change.Unchanged same -> left(change, Fingerprint.of(same.wanted()));
      case Change.Revive revive -> left(change, Fingerprint.of(revive.wanted()));
      case Change.Restore restore ->
          isAway(restore) ? gone(change) : left(change, Fingerprint.UNKNOWN);
      case Change.Depart depart ->
          depart.deed() instanceof Deed.Archive ? gone(change) : left(change, Fingerprint.UNKNOWN);
      case Change.Skip _, Change.Clash _ -> Optional.empty();
    };
  }

  private static boolean isAway(Change.Restore restore) {
    return restore.deeds().contains(new Deed.Archive(restore.contact()));
  }

  private static Optional<LastWritten.Entry> left(Change change, Fingerprint fingerprint) {
    return Optional.of(new LastWritten.Entry(change.member(), Optional.of(fingerprint)));
  }

  private static Optional<LastWritten.Entry> gone(Change change) {
    return Optional.of(new LastWritten.Entry(change.member(), Optional.empty()));
  }
}
