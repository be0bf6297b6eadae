package org.rollcall.plan;

import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;

/// Values that Intercom is known not to keep, and leads that it will not merge. Without this
/// knowledge a plan would send them again every night.
@FunctionalInterface
public interface NotKept {
  /// What is known of a value that an earlier run sent.
  enum Verdict {
    /// Nothing is known, or something has changed since.
    OPEN,
    /// Intercom took the value in one run and did not keep it. It is sent once more.
    DOUBTED,
    /// Intercom did so in two runs. The value is not sent again.
    KNOWN,
    /// Runs wrote it again and again, and it is another each time. It is left for a while.
    FOUGHT
  }

  /// Nothing is known.
  NotKept NOTHING = (_, _) -> Verdict.OPEN;

  /// What is known of the value in `difference`, where Intercom kept its present value instead.
  Verdict of(MemberId member, Difference difference);

  /// Whether Intercom refused in an earlier run to merge the member's `lead` into the contact
  /// `into`.
  default boolean isUnmerged(MemberId member, ContactId lead, ContactId into) {
    return false;
  }
}
