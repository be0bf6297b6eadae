package org.rollcall.app;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;
import org.rollcall.run.RunStopped;

/// The members that a run is meant for, by their numbers.
///
/// @param wrong as what a run ends where one of them is not in the plan
public record OnlyThese(SequencedSet<String> numbers, RunStopped.Kind wrong) {
  public OnlyThese(List<String> numbers, RunStopped.Kind wrong) {
    this(new LinkedHashSet<>(numbers), wrong);
  }

  /// What is planned for them, also where that is nothing.
  ///
  /// @throws RunStopped when somebody is not in the plan
  public List<Change> among(Plan plan) {
    var changes =
        plan.changes().stream().filter(each -> numbers.contains(each.member().value())).toList();
    var missing = new LinkedHashSet<>(numbers);
    changes.forEach(each -> missing.remove(each.member().value()));
    if (!missing.isEmpty()) {
      throw new RunStopped(wrong, unknown(missing));
    }
    return changes;
  }

  private static String unknown(SequencedSet<String> missing) {
    return missing.size() == 1
        ? "The roster has no eligible member %1$s. Nothing was written. 'rollcall explain %1$s' says more."
            .formatted(missing.getFirst())
        : "The roster has no eligible members %s. Nothing was written. 'rollcall explain %s' says more."
            .formatted(String.join(", ", missing), missing.getFirst());
  }
}
