package org.rollcall.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;

/// What Intercom refused for good in earlier runs, or took and did not keep. Losing it costs a call
/// a member, never correctness.
///
/// For use by one thread at a time.
public interface RefusedFields {
  /// The member's fields whose values Intercom refused or did not keep; empty for almost everybody.
  Map<FieldName, Refusal> of(MemberId member);

  /// When that of this field was remembered; empty where there is none or nobody knows.
  default Optional<Instant> remembered(MemberId member, FieldName field) {
    return Optional.empty();
  }

  /// Remembers refusals beside those of earlier runs. The last one counts for each field of a
  /// member.
  void remember(List<Refusal> refusals);

  /// The merges of the member's leads that Intercom refused; empty for almost everybody.
  default Set<RefusedMerge> merges(MemberId member) {
    return Set.of();
  }

  /// Remembers merges that were refused, beside those of earlier runs.
  default void rememberMerges(List<RefusedMerge> merges) {}

  /// The same, as if nothing had been remembered before.
  default RefusedFields forgetful() {
    var kept = this;
    return new RefusedFields() {
      @Override
      public Map<FieldName, Refusal> of(MemberId member) {
        return Map.of();
      }

      @Override
      public void remember(List<Refusal> refusals) {
        kept.remember(refusals);
      }

      @Override
      public void rememberMerges(List<RefusedMerge> merges) {
        kept.rememberMerges(merges);
      }
    };
  }

  /// A lead that Intercom would not merge into a member's contact.
  record RefusedMerge(MemberId member, ContactId lead, ContactId into) {}

  /// One field of one member.
  ///
  /// @param digest of the value where it was refused, else of the
  ///   [difference][org.rollcall.plan.Difference] that stayed or came back
  record Refusal(MemberId member, FieldName field, FieldDigest digest, Kind kind) {}

  /// What Intercom did with a value.
  enum Kind {
    /// It said no. That is not likely to change.
    REFUSED,
    /// It said yes, and held something else, in one run. The next run sends it once more.
    DOUBTED,
    /// It said yes, and held something else, in two runs. Somebody may mend the cause where
    /// Rollcall does not see it; so this is remembered for a week.
    NOT_KEPT,
    /// It said yes and showed the value, and in each of the next runs held something else again.
    /// That is left for a week.
    FOUGHT
  }

  /// Remembers nothing.
  static RefusedFields none() {
    return new RefusedFields() {
      @Override
      public Map<FieldName, Refusal> of(MemberId member) {
        return Map.of();
      }

      @Override
      public void remember(List<Refusal> refusals) {}
    };
  }
}
