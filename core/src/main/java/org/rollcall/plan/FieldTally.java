package org.rollcall.plan;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rollcall.model.FieldName;

/// How the updates of a plan change each field.
///
/// @param cleared of how many contacts a field is cleared
/// @param filled in how many contacts a field gets a value that had none
/// @param identity of how many contacts an e-mail or an external id gives way to another
record FieldTally(
    Map<FieldName, Integer> cleared,
    Map<FieldName, Integer> filled,
    Map<FieldName, Integer> identity) {
  private static final Set<FieldName> IDENTITY = Set.of(FieldName.EMAIL, FieldName.EXTERNAL_ID);

  /// @param meant fields that do not count
  static FieldTally of(Plan plan, Set<FieldName> meant) {
    var tally = new FieldTally(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (var change : plan.notable()) {
      if (change instanceof Change.Update update) {
        update.differences().stream()
            .filter(difference -> !meant.contains(difference.field()))
            .forEach(tally::count);
      }
    }
    return tally;
  }

  int filled(FieldName field) {
    return filled.getOrDefault(field, 0);
  }

  private void count(Difference difference) {
    var field = difference.field();
    if (difference.after().isEmpty()) {
      cleared.merge(field, 1, Integer::sum);
    } else if (difference.before().isEmpty()) {
      filled.merge(field, 1, Integer::sum);
    } else if (IDENTITY.contains(field)) {
      identity.merge(field, 1, Integer::sum);
    }
  }
}
