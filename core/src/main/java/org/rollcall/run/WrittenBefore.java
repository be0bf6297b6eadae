package org.rollcall.run;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Difference;

/// What earlier runs of the target wrote. Losing it costs writes, never correctness.
@FunctionalInterface
public interface WrittenBefore {
  /// Tells what was written to the contacts of these members since then, and perhaps to those of
  /// others, the latest first.
  void tell(Set<MemberId> members, Instant since, Listener listener);

  /// Hears what runs wrote.
  @FunctionalInterface
  interface Listener {
    /// @param fields what the contact held before, and what was written
    /// @param when the run began
    void wrote(MemberId member, List<Difference> fields, Instant when);
  }

  /// Nothing was written before.
  static WrittenBefore nothing() {
    return (_, _, _) -> {};
  }
}
