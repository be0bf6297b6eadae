package org.rollcall.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.plan.Difference;

/// Counts changes by field. Not for use by several threads.
final class FieldTallies {
  private final Map<FieldName, FieldChanges.Tally> fields = new TreeMap<>();

  void count(Difference difference) {
    fields.computeIfAbsent(difference.field(), _ -> new FieldChanges.Tally()).count(difference);
  }

  /// The most changed field first.
  List<FieldChanges> sorted() {
    return fields.entrySet().stream()
        .map(each -> each.getValue().of(each.getKey()))
        .sorted(Comparator.comparingInt(FieldChanges::contacts).reversed())
        .toList();
  }
}
