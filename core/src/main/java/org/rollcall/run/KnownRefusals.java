package org.rollcall.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rollcall.mapping.Projected;
import org.rollcall.mapping.Projected.UnfitValue;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Difference;
import org.rollcall.plan.NotKept;
import org.rollcall.run.RefusedFields.Kind;
import org.rollcall.run.RefusedFields.Refusal;
import org.rollcall.run.RefusedFields.RefusedMerge;

/// Leaves values alone that Intercom would refuse or drop: those that their attribute cannot hold,
/// and those of earlier nights. What it refused is left until the roster has something else or the
/// attribute changes, and what it did not keep until either side changes.
///
/// @param attributes how the workspace defines its attributes now
/// @param written what earlier runs wrote
public record KnownRefusals(RefusedFields known, AttributeShapes attributes, WrittenBefore written)
    implements NotKept {
  /// The same where nothing is known of what was written.
  public KnownRefusals(RefusedFields known, AttributeShapes attributes) {
    this(known, attributes, WrittenBefore.nothing());
  }

  /// What comes back every time.
  Fights fights(Instant now) {
    return new Fights(written, known, attributes, now);
  }

  /// `projected` without the values that were refused, and a warning for each.
  public Projected from(Projected projected) {
    return switch (projected) {
      case Projected.Ready ready -> fitting(ready);
      case Projected.Skipped skipped -> skipped;
    };
  }

  private Projected fitting(Projected.Ready ready) {
    var unfit = unfit(ready.wanted());
    if (unfit.isEmpty()) {
      return new Projected.Ready(
          from(ready.wanted()), ready.unknown(), List.of(), ready.misdeclared());
    }
    var fields = new TreeMap<>(ready.wanted().fields());
    unfit.forEach(value -> fields.put(value.field(), new Wish.Leave()));
    var wanted = new Wanted(ready.wanted().member(), fields, ready.wanted().warnings());
    return new Projected.Ready(from(wanted), ready.unknown(), unfit, ready.misdeclared());
  }

  private List<UnfitValue> unfit(Wanted wanted) {
    return attributes.definitions().isEmpty()
        ? List.of()
        : wanted.fields().entrySet().stream()
            .flatMap(each ->
                each.getValue() instanceof Wish.Put(var value)
                    ? attributes
                        .unfit(each.getKey(), value)
                        .map(why -> new UnfitValue(each.getKey(), value.shown(), why))
                        .stream()
                    : Stream.empty())
            .toList();
  }

  @Override
  public Verdict of(MemberId member, Difference difference) {
    var refusal = known.of(member).get(difference.field());
    return refusal != null
            && refusal.digest().equals(FieldDigest.of(member, difference, attributes))
        ? verdict(refusal.kind())
        : Verdict.OPEN;
  }

  @Override
  public boolean isUnmerged(MemberId member, ContactId lead, ContactId into) {
    return known.merges(member).contains(new RefusedMerge(member, lead, into));
  }

  private static Verdict verdict(Kind kind) {
    return switch (kind) {
      case REFUSED, FOUGHT -> Verdict.OPEN;
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
            "Intercom refused this %s in an earlier run, so it is not sent again until the roster has another or the attribute changes."
                .formatted(field));
      }
    });
    return new Wanted(wanted.member(), fields, warnings);
  }

  private boolean isStill(Refusal refusal, Wish wish) {
    return refusal.kind() == Kind.REFUSED
        && wish instanceof Wish.Put(var value)
        && FieldDigest.of(refusal.member(), refusal.field(), value, attributes)
            .equals(refusal.digest());
  }
}
