package org.rollcall.plan;

import org.rollcall.model.MemberId;

/// What Intercom is known not to keep. Planned again it would be written again, night after night.
@FunctionalInterface
public interface NotKept {
  /// Where nothing is known.
  NotKept NOTHING = (_, _) -> false;

  /// Whether Intercom was sent what `difference` wants before, and kept what it holds now.
  boolean includes(MemberId member, Difference difference);
}
