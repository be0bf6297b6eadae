package org.rollcall.app;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.store.LeaseRecord.Sight;
import org.rollcall.store.LeaseRow;

/// Whether a lease may be taken, by what is written of it.
sealed interface LeaseVerdict {
  /// Nobody has it, or its holder's time is over.
  record Free() implements LeaseVerdict {}

  /// Somebody has it.
  record Living(LeaseRow row) implements LeaseVerdict {}

  /// The clocks do not say whether somebody has it. A holder that lives renews it within its life.
  ///
  /// @param why as a sentence
  record Doubtful(LeaseRow row, String why) implements LeaseVerdict {}

  /// The verdict on what was seen.
  ///
  /// A record whose clock is not common has times of its holder's machine. They are compared with
  /// this machine's only as long as they say that the lease is held: on that much anybody is to be
  /// believed. Of the same machine's leases the time since its boot says more.
  ///
  /// @param uptime how long this machine has been up
  static LeaseVerdict of(Sight seen, LeaseHolder us, Optional<Duration> uptime) {
    if (seen.row().filter(row -> !row.isReleased() && !us.isDead(row)).isEmpty()) {
      return new Free();
    }
    var row = seen.row().get();
    var age = us.age(row, uptime).filter(_ -> !seen.common());
    if (age.isPresent()) {
      return age.get().compareTo(row.life()) > 0 ? new Free() : new Living(row);
    }
    var left = Duration.between(seen.now(), row.expires());
    if (left.compareTo(row.life()) > 0) {
      return new Doubtful(
          row,
          "The lease of run %s of %s ends at %s, which is later than the clock here allows: one of the two clocks is wrong."
              .formatted(row.run(), row.holder(), row.expires()));
    }
    if (!left.isNegative()) {
      return new Living(row);
    }
    return seen.common()
        ? new Free()
        : new Doubtful(
            row,
            "The lease of run %s of %s ended at %s, but that is the time of another machine, or of an earlier start of this one."
                .formatted(row.run(), row.holder(), row.expires()));
  }
}
