package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rollcall.store.LeaseRecord.Holder;

/// What every record of who may write to a workspace promises.
abstract class LeaseRecordContract {
  static final Duration LIFE = Duration.ofMinutes(2);

  /// A record as another program would open it: all of one test share what is written.
  abstract LeaseRecord record();

  /// Lets the time of every lease run out.
  abstract void expire();

  @Test
  void a_workspace_is_taken_by_one_run_and_refused_to_the_next_who_is_told_the_holder() {
    assertThat(record().take("ab12", "run-1", "host-a, process 7", LIFE)).isEmpty();
    assertThat(record().take("ab12", "run-2", "host-b, process 8", LIFE))
        .hasValueSatisfying(holder -> {
          assertThat(holder.run()).isEqualTo("run-1");
          assertThat(holder.name()).isEqualTo("host-a, process 7");
        });
    assertThat(record().take("cd34", "run-2", "host-b, process 8", LIFE)).isEmpty();
  }

  @Test
  void whoever_has_it_takes_it_anew() {
    assertThat(take("run-1")).isEmpty();
    assertThat(take("run-1")).isEmpty();
    assertThat(take("run-2")).map(Holder::run).contains("run-1");
  }

  @Test
  void what_is_given_back_is_free() {
    take("run-1");
    record().release("ab12", "run-1");
    assertThat(take("run-2")).isEmpty();
  }

  @Test
  void what_another_run_has_cannot_be_given_back() {
    take("run-1");
    record().release("ab12", "run-2");
    record().release("cd34", "run-2");
    assertThat(take("run-2")).map(Holder::run).contains("run-1");
  }

  @Test
  void only_the_holder_renews() {
    assertThat(record().renew("ab12", "run-1", LIFE)).isFalse();
    take("run-1");
    assertThat(record().renew("ab12", "run-2", LIFE)).isFalse();
    assertThat(record().renew("ab12", "run-1", LIFE)).isTrue();
    assertThat(take("run-2")).map(Holder::run).contains("run-1");
  }

  @Test
  void a_holder_that_is_not_heard_of_in_time_is_overtaken() {
    take("run-1");
    expire();
    assertThat(take("run-2")).isEmpty();
    assertThat(take("run-3")).map(Holder::run).contains("run-2");
  }

  @Test
  void a_holder_that_comes_late_has_it_still_where_nobody_took_it() {
    take("run-1");
    expire();
    assertThat(record().renew("ab12", "run-1", LIFE)).isTrue();
    assertThat(take("run-2")).map(Holder::run).contains("run-1");
  }

  @Test
  void whoever_was_overtaken_never_has_it_again_by_renewing() {
    take("run-1");
    expire();
    take("run-2");
    assertThat(record().renew("ab12", "run-1", LIFE)).isFalse();
    record().release("ab12", "run-1");
    assertThat(record().renew("ab12", "run-2", LIFE)).isTrue();
    record().release("ab12", "run-2");
    assertThat(record().renew("ab12", "run-1", LIFE)).isFalse();
    assertThat(take("run-3")).isEmpty();
  }

  @Test
  void a_workspace_may_be_called_anything() {
    var names =
        List.of(
            "",
            ".",
            "../../x",
            "/",
            "a/b",
            "ab12",
            "AB12",
            "ab12.lease",
            "x".repeat(300),
            "\n",
            "ü");
    for (var name : names) {
      assertThat(record().take(name, "run of " + name, "host", LIFE)).as(name).isEmpty();
    }
    for (var name : names) {
      assertThat(record().take(name, "run-2", "host", LIFE))
          .as(name)
          .map(Holder::run)
          .contains("run of " + name);
    }
  }

  @Test
  void of_many_that_take_it_at_once_one_has_it() throws Exception {
    int runs = 8;
    var start = new CyclicBarrier(runs);
    var attempts = new ArrayList<Callable<Optional<Holder>>>();
    for (int i = 0; i < runs; i++) {
      var run = "run-" + i;
      attempts.add(() -> {
        start.await();
        return take(run);
      });
    }
    try (var threads = Executors.newFixedThreadPool(runs)) {
      var answers = threads.invokeAll(attempts).stream().map(Future::resultNow).toList();
      assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
      assertThat(answers.stream().flatMap(Optional::stream).map(Holder::run).distinct()).hasSize(1);
    }
  }

  Optional<Holder> take(String run) {
    return record().take("ab12", run, "host of " + run, LIFE);
  }
}
