package org.rollcall.run;

import java.util.Set;
import java.util.TreeSet;
import org.rollcall.model.FieldName;
import org.rollcall.model.MappingChange;
import org.rollcall.model.MappingDigest;

/// The mapping of a run, and whether it may change everybody.
///
/// @param now how each field is made
/// @param accepting whether the operator means what is new in it
public record MappingRule(MappingDigest now, boolean accepting) {
  /// A mapping of which nobody knows whether it changed.
  public static final MappingRule UNKNOWN = new MappingRule(MappingDigest.UNKNOWN, false);

  /// The same for an operator who means what is new in it.
  public MappingRule accepted() {
    return new MappingRule(now, true);
  }

  /// What is new since the last good run.
  MappingChange change(KnownMapping known) {
    return now.since(known.ofLastGoodRun());
  }

  /// The part of `change` that an operator means, now or since the last good run.
  Set<FieldName> meant(MappingChange change, KnownMapping known) {
    var meant = new TreeSet<>(change.fields());
    if (!accepting && !meant.isEmpty()) {
      var accepted = known.accepted();
      meant.removeIf(field -> !now.isSame(field, accepted));
    }
    return meant;
  }
}
