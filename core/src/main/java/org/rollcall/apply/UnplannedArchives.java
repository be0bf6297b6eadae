package org.rollcall.apply;

import java.util.concurrent.atomic.AtomicInteger;
import org.rollcall.model.ContactId;
import org.rollcall.plan.Leeway;

/// The contacts that a run puts away although its plan did not name them, counted against what the
/// safeguard leaves for them. Safe for many threads.
final class UnplannedArchives {
  private final Leeway leeway;
  private final AtomicInteger left;

  UnplannedArchives(Leeway leeway) {
    this.leeway = leeway;
    this.left = new AtomicInteger(leeway.contacts());
  }

  /// Whether one more may be put away.
  boolean take() {
    return left.getAndUpdate(before -> Math.max(before - 1, 0)) > 0;
  }

  /// So many were not put away after all.
  void giveBack(int contacts) {
    left.addAndGet(contacts);
  }

  /// Why `contact` is left alone. The next run plans for it, so it is no use to try again.
  String refusal(ContactId contact) {
    return "The member's older contact %s stays: with those in its plan, this run has put away as many contacts as it may; %s. The next run plans for it."
        .formatted(contact, leeway.limit());
  }
}
