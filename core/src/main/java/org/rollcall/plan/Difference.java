package org.rollcall.plan;

import java.util.List;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;

/// One field that has to change.
///
/// @param field the field
/// @param before the value in Intercom as a person reads it; `""` for none
/// @param after the new value; `""` for none
public record Difference(FieldName field, String before, String after) {
  /// The change back.
  Difference reversed() {
    return new Difference(field, /* before= */ after, /* after= */ before);
  }

  /// The same differences in the form that `privacy` allows.
  public static List<Difference> as(Privacy privacy, List<Difference> differences) {
    return differences.stream().map(each -> each.as(privacy)).toList();
  }

  private Difference as(Privacy privacy) {
    return new Difference(field, privacy.field(field, before), privacy.field(field, after));
  }
}
