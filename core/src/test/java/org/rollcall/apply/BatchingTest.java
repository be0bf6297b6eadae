package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.wanted;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.ComputedList;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;

class BatchingTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Change ASKS = new Change.Create(ANN, Diff.ofNew(ANN));
  private static final Change QUIET = new Change.Unchanged(ANN, right("a", ANN), List.of());

  @Test
  void a_stretch_ends_with_whoever_needs_a_call_or_is_the_two_hundredth() {
    assertThat(stretches(500, at -> at == 2 || at == 3).stream().map(List::size))
        .containsExactly(3, 1, 200, 200, 96);
    assertThat(stretches(200, at -> at == 199)).hasSize(1);
    assertThat(stretches(0, _ -> false)).isEmpty();
  }

  @Test
  void a_batch_has_so_many_that_need_a_call() {
    var batches = batches(10, _ -> true, 4);
    assertThat(batches.stream().map(List::size)).containsExactly(4, 4, 2);
    assertThat(batches(10, at -> at % 2 == 1, 5)).hasSize(1);
    assertThat(batches(8, _ -> true, 4).stream().map(List::size)).containsExactly(4, 4);
  }

  @Test
  void nothing_is_held_of_a_plan_that_is_made_while_it_is_read() {
    var made = new AtomicInteger();
    var plan =
        new ComputedList<>(
            9_000,
            _ -> {
              made.incrementAndGet();
              return QUIET;
            });
    var stretches = Batching.cut(plan).toList();
    made.set(0);
    assertThat(stretches).hasSize(45).allSatisfy(stretch -> assertThat(stretch).hasSize(200));
    assertThat(made).hasValue(0);
    assertThat(stretches.getLast().getLast()).isEqualTo(QUIET);
    assertThat(made).hasValue(1);
  }

  @Test
  void nobody_is_left_out_and_the_order_is_the_plans() {
    var plan = IntStream.range(0, 4_321).mapToObj(at -> at % 7 == 0 ? ASKS : QUIET).toList();
    var batches = Batching.cut(plan).gather(Batching.batches(3)).toList();
    assertThat(batches.stream().flatMap(List::stream).flatMap(List::stream)).isEqualTo(plan);
  }

  private static List<List<List<Change>>> batches(int members, IntPredicate asks, int asking) {
    return stretches(members, asks).stream().gather(Batching.batches(asking)).toList();
  }

  private static List<List<Change>> stretches(int members, IntPredicate asks) {
    var plan = IntStream.range(0, members).mapToObj(at -> asks.test(at) ? ASKS : QUIET).toList();
    return Batching.cut(plan).toList();
  }
}
