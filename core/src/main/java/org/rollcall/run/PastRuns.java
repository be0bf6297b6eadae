package org.rollcall.run;

import java.util.List;
import java.util.Map;
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

  /// The same for runs of some members only. They do not tell how many there are. They read
  /// everybody all the same, so they are judged by what the joined tables gave before.
  default PastRuns ofSome() {
    var whole = this;
    return new PastRuns() {
      @Override
      public List<PastRun> all() {
        return whole.all().stream().map(run -> withoutMembers(run, run.joined())).toList();
      }

      @Override
      public void remember(PastRun run) {
        whole.remember(withoutMembers(run, Map.of()));
      }
    };
  }

  private static PastRun withoutMembers(PastRun run, Map<String, Integer> joined) {
    return new PastRun(
        run.run(),
        run.ended(),
        OptionalInt.empty(),
        run.putAway(),
        run.emptied(),
        joined,
        run.forced());
  }
}
