package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Outcome;
import org.rollcall.model.FieldName;
import org.rollcall.plan.PastRun;

/// What runs of some members remember, and by what they are judged.
class PastRunsTest {
  private static final Map<FieldName, Integer> EMPTIED = Map.of(FieldName.NAME, 2);
  private static final Map<String, Integer> JOINED = Map.of("offices public.offices", 232);
  private static final PastRun WHOLE =
      new PastRun("a", Instant.EPOCH, OptionalInt.of(9), 1, EMPTIED, JOINED, true);

  private final List<PastRun> kept = new ArrayList<>(List.of(WHOLE));
  private final PastRuns some = runs().ofSome();

  @Test
  void a_run_of_some_is_judged_by_joined_rows_and_not_by_members() {
    assertThat(some.all())
        .containsExactly(
            new PastRun("a", Instant.EPOCH, OptionalInt.empty(), 1, EMPTIED, JOINED, true));
  }

  @Test
  void a_run_of_some_remembers_neither() {
    some.remember(WHOLE);
    assertThat(kept.getLast())
        .isEqualTo(new PastRun("a", Instant.EPOCH, OptionalInt.empty(), 1, EMPTIED, true));
  }

  @Test
  void what_a_run_counted_is_in_what_it_leaves() {
    assertThat(
            Footprint.of(
                "a", Instant.EPOCH, OptionalInt.of(9), JOINED, List.<Outcome>of(), Set.of(), false))
        .isEqualTo(new PastRun("a", Instant.EPOCH, OptionalInt.of(9), 0, Map.of(), JOINED, false));
  }

  private PastRuns runs() {
    return new PastRuns() {
      @Override
      public List<PastRun> all() {
        return kept;
      }

      @Override
      public void remember(PastRun run) {
        kept.add(run);
      }
    };
  }
}
