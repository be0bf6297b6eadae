package org.rollcall.run;

import java.util.ArrayList;
import java.util.TreeMap;
import org.rollcall.mapping.Projected;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Difference;
import org.rollcall.plan.NotKept;
import org.rollcall.run.RefusedFields.Kind;
import org.rollcall.run.RefusedFields.Refusal;

/// Leaves values alone that Intercom would refuse or drop again every night. What it refused is
/// left until the roster has something else, and what it did not keep until either side has.
///
/// @param attributes how the workspace defines its attributes now
public record KnownRefusals(RefusedFields known, AttributeShapes attributes) implements NotKept {
  /// `projected` without the values that were refused, and a warning for each.
  public Projected from(Projected projected) {
    return switch (projected) {
      case Projected.Ready(var wanted, var unknown) -> new Projected.Ready(from(wanted), unknown);
      case Projected.Skipped skipped -> skipped;
    };
  }

  @Override
  public Verdict of(MemberId member, Difference difference) {
    var refusal = known.of(member).get(difference.field());
    return refusal != null
            && refusal.digest().equals(FieldDigest.of(member, difference, attributes))
        ? verdict(refusal.kind())
        : Verdict.OPEN;
  }

  private static Verdict verdict(Kind kind) {
    return switch (kind) {
      case REFUSED -> Verdict.OPEN;
      case DOUBTED -> Verdict.DOUBTED;
      case NOT_KEPT -> Verdict.KNOWN;
    };
  }

  private Wanted from(Wanted wanted) {
    var refused = known.of(wanted.member());
    if (refused.isEmpty()) {
      return wanted;
    }
    var fields = new TreeMap<>(wanted.fields());
    var warnings = new ArrayList<>(wanted.warnings());
    refused.forEach((field, refusal) -> {
      if (isStill(refusal, wanted.wish(field))) {
        fields.put(field, new Wish.Leave());
        warnings.add(
            "Intercom refused this %s in an earlier run, so it is not sent again until the roster has another."
                .formatted(field));
      }
    });
    return new Wanted(wanted.member(), fields, warnings);
  }

  private static boolean isStill(Refusal refusal, Wish wish) {
    return refusal.kind() == Kind.REFUSED
        && wish instanceof Wish.Put(var value)
        && FieldDigest.of(refusal.member(), refusal.field(), value).equals(refusal.digest());
  }
}
