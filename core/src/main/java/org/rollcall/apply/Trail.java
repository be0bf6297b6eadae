package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.FieldName;
import org.rollcall.plan.Difference;

/// What it took to come this far with one member.
///
/// @param spent the remedies used, in order
/// @param without fields that Intercom would not take
/// @param warnings sentences for the operator
/// @param notKept what Intercom held instead of what it was sent, once it had taken that
record Trail(
    List<Remedy> spent, List<FieldName> without, List<String> warnings, List<Difference> notKept) {
  static final Trail NONE = new Trail(List.of(), List.of(), List.of(), List.of());

  Trail spending(Remedy remedy) {
    return new Trail(append(spent, remedy), without, warnings, notKept);
  }

  Trail without(FieldName field) {
    return new Trail(spent, append(without, field), warnings, notKept);
  }

  Trail warning(String sentence) {
    return new Trail(spent, without, append(warnings, sentence), notKept);
  }

  Trail notKeeping(Difference difference) {
    return new Trail(spent, without, warnings, append(notKept, difference));
  }

  private static <T> List<T> append(List<T> list, T element) {
    var longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
