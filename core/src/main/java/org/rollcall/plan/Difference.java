package org.rollcall.plan;

import java.util.List;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;

/// One field that has to change.
///
/// @param field which
/// @param before what Intercom holds, as a person reads it; `""` for nothing
/// @param after what it shall hold; `""` for nothing
public record Difference(FieldName field, String before, String after) {
  /// The same differences as they may be shown.
  public static List<Difference> as(Privacy privacy, List<Difference> differences) {
    return differences.stream().map(each -> each.as(privacy)).toList();
  }

  private Difference as(Privacy privacy) {
    return new Difference(field, privacy.field(field, before), privacy.field(field, after));
  }
}
