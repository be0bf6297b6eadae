package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.FieldName;

/// What it took to come this far with one member.
///
/// @param spent the remedies used, in order
/// @param without fields that Intercom would not take
/// @param warnings sentences for the operator
record Trail(List<Remedy> spent, List<FieldName> without, List<String> warnings) {
  static final Trail NONE = new Trail(List.of(), List.of(), List.of());

  Trail spending(Remedy remedy) {
    return new Trail(append(spent, remedy), without, warnings);
  }

  Trail without(FieldName field) {
    return new Trail(spent, append(without, field), warnings);
  }

  Trail warning(String sentence) {
    return new Trail(spent, without, append(warnings, sentence));
  }

  private static <T> List<T> append(List<T> list, T element) {
    var longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
