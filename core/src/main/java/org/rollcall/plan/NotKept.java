package org.rollcall.plan;

import org.rollcall.model.MemberId;

/// Values that Intercom is known not to keep. Without this knowledge a plan would write them again
/// every night.
@FunctionalInterface
public interface NotKept {
  /// Nothing is known.
  NotKept NOTHING = (_, _) -> false;

  /// Whether Intercom was already sent the value in `difference`, and kept its present value
  /// instead.
  boolean includes(MemberId member, Difference difference);
}
