package org.rollcall.run;

import java.util.ArrayList;
import java.util.Collection;
import org.rollcall.model.FieldName;
import org.rollcall.model.MappingChange;

/// Says how a mapping differs from that of the last good run.
public final class MappingWords {
  private MappingWords() {}

  /// A sentence about a change that is not empty.
  public static String of(MappingChange change) {
    var parts = new ArrayList<String>();
    if (!change.added().isEmpty()) {
      parts.add(named(change.added()) + verb(change.added()) + "new");
    }
    if (!change.changed().isEmpty()) {
      parts.add(named(change.changed()) + verb(change.changed()) + "made in another way");
    }
    return "The mapping has changed since the last good run: %s."
        .formatted(String.join("; ", parts));
  }

  private static String named(Collection<FieldName> fields) {
    return String.join(", ", fields.stream().map(FieldName::value).toList());
  }

  private static String verb(Collection<FieldName> fields) {
    return fields.size() == 1 ? " is " : " are ";
  }
}
