package org.rollcall.run;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.rollcall.model.MemberId;

/// Who failed when a run tried them last, and whose failing is expected. Losing it costs news that
/// are none, never correctness.
public interface KnownFailures {
  /// Whoever failed when a run tried them last.
  Map<MemberId, Known> last();

  /// The members whose failing is expected now.
  Set<MemberId> ignored();

  /// Remembers these, and nobody else.
  void remember(Collection<Known> failing);

  /// A failure that earlier runs saw.
  ///
  /// @param since the first run of it
  record Known(Failure failure, Instant since) {}

  /// Remembers nothing.
  static KnownFailures none() {
    return new KnownFailures() {
      @Override
      public Map<MemberId, Known> last() {
        return Map.of();
      }

      @Override
      public Set<MemberId> ignored() {
        return Set.of();
      }

      @Override
      public void remember(Collection<Known> failing) {}
    };
  }
}
