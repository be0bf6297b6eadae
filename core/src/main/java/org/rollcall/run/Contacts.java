package org.rollcall.run;

import java.util.List;
import java.util.Map;
import org.rollcall.apply.Applied;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.plan.Whole;

/// How many contacts Intercom holds after a run, as far as the run can tell.
final class Contacts {
  private Contacts() {}

  /// The counts by which the next runs are judged.
  static Map<String, Integer> after(Planned planned, Applied applied) {
    int created = 0;
    int found = 0;
    int away = 0;
    for (var outcome : applied.outcomes()) {
      created += outcome.result() instanceof Result.Created ? 1 : 0;
      found += hasContact(outcome) ? 1 : 0;
      away += outcome.putAway().size();
    }
    int users = planned.users() + created - away - archived(applied.outcomes());
    return Map.of(Whole.USERS, Math.max(users, 0), Whole.FOUND, found);
  }

  private static boolean hasContact(Outcome outcome) {
    return switch (outcome.result()) {
      case Result.Created _, Result.Updated _, Result.Unchanged _ -> true;
      case Result.Skipped _, Result.Departed _, Result.NotDone _ -> false;
    };
  }

  /// Leavers whose contact was archived, and not only marked.
  private static int archived(List<Outcome> outcomes) {
    return (int)
        outcomes.stream()
            .filter(outcome -> outcome.result() instanceof Result.Departed)
            .filter(outcome -> outcome.differences().isEmpty())
            .count();
  }
}
