package org.rollcall.run;

import java.util.List;
import java.util.Map;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;

/// What Intercom refused for good in earlier runs. Losing it costs a call a member, never
/// correctness.
///
/// For use by one thread at a time.
public interface RefusedFields {
  /// The member's refused fields, with the [FieldDigest] of the value that was refused; empty for
  /// almost everybody.
  Map<FieldName, FieldDigest> of(MemberId member);

  /// Remembers refusals beside those of earlier runs. Of one field of one member the last counts.
  void remember(List<Refusal> refusals);

  /// One field of one member.
  record Refusal(MemberId member, FieldName field, FieldDigest digest) {}

  /// Remembers nothing.
  static RefusedFields none() {
    return new RefusedFields() {
      @Override
      public Map<FieldName, FieldDigest> of(MemberId member) {
        return Map.of();
      }

      @Override
      public void remember(List<Refusal> refusals) {}
    };
  }
}
