package org.rollcall.run;

import java.util.List;
import java.util.OptionalInt;
import org.rollcall.plan.PastRun;

/// What is remembered of a target's runs: losing it loses a safeguard, never correctness.
public interface PastRuns {
  /// The runs of the last weeks, in any order.
  List<PastRun> all();

  /// Remembers one more.
  void remember(PastRun run);

  /// Nothing, and nothing is kept.
  static PastRuns none() {
    return new PastRuns() {
      @Override
      public List<PastRun> all() {
        return List.of();
      }

      @Override
      public void remember(PastRun run) {}
    };
  }

  /// The same for runs of some members only. They do not tell how many there are.
  default PastRuns ofSome() {
    var whole = this;
    return new PastRuns() {
      @Override
      public List<PastRun> all() {
        return whole.all().stream().map(PastRuns::withoutMembers).toList();
      }

      @Override
      public void remember(PastRun run) {
        whole.remember(withoutMembers(run));
      }
    };
  }

  private static PastRun withoutMembers(PastRun run) {
    return new PastRun(
        run.run(), run.ended(), OptionalInt.empty(), run.putAway(), run.emptied(), run.forced());
  }
}
