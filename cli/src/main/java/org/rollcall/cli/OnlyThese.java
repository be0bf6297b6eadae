package org.rollcall.cli;

import java.util.List;
import java.util.Set;
import org.rollcall.plan.Change;

/// The members that a run is meant for, by their numbers.
record OnlyThese(Set<String> numbers) {
  OnlyThese(List<String> numbers) {
    this(Set.copyOf(numbers));
  }

  List<Change> among(List<Change> changes) {
    return changes.stream().filter(each -> numbers.contains(each.member().value())).toList();
  }
}
