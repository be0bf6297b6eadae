package org.rollcall.run;

import java.util.ArrayList;
import java.util.TreeMap;
import org.rollcall.mapping.Projected;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Difference;
import org.rollcall.plan.NotKept;

/// Leaves values alone that Intercom would refuse or drop again every night. What it refused is
/// left until the roster has something else, and what it did not keep until either side has.
public record KnownRefusals(RefusedFields known) implements NotKept {
  /// `projected` without the values that were refused, and a warning for each.
  public Projected from(Projected projected) {
    return switch (projected) {
      case Projected.Ready(var wanted, var unknown) -> new Projected.Ready(from(wanted), unknown);
      case Projected.Skipped skipped -> skipped;
    };
  }

  @Override
  public boolean includes(MemberId member, Difference difference) {
    var digest = known.of(member).get(difference.field());
    return digest != null && digest.equals(FieldDigest.of(member, difference));
  }

  private Wanted from(Wanted wanted) {
    var refused = known.of(wanted.member());
    if (refused.isEmpty()) {
      return wanted;
    }
    var fields = new TreeMap<>(wanted.fields());
    var warnings = new ArrayList<>(wanted.warnings());
    refused.forEach((field, digest) -> {
      if (isStill(digest, wanted.member(), field, wanted.wish(field))) {
        fields.put(field, new Wish.Leave());
        warnings.add(
            "Intercom refused this %s in an earlier run, so it is not sent again until the roster has another."
                .formatted(field));
      }
    });
    return new Wanted(wanted.member(), fields, warnings);
  }

  private static boolean isStill(FieldDigest digest, MemberId member, FieldName field, Wish wish) {
    return wish instanceof Wish.Put(var value)
        && FieldDigest.of(member, field, value).equals(digest);
  }
}
