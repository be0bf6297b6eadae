package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Rate;
import org.rollcall.support.HeardListener;
import org.rollcall.support.Outages;

class PacedTest {
  private static final Request REQUEST = new Request.Identify();
  private static final Reply DONE = new Reply.Matches(List.of());

  private final SimulatedTime time = new SimulatedTime();
  private final HeardListener listener = new HeardListener();

  @Test
  void each_request_takes_its_place_in_the_pace() throws InterruptedException {
    var sent = new ArrayList<Long>();
    var paced =
        paced(
            Pacer.upTo(new Rate(10, Duration.ofSeconds(10)), 0),
            _ -> {
              sent.add(time.millis());
              return Answer.of(DONE);
            });
    for (int call = 0; call < 5; call++) {
      assertThat(paced.send(REQUEST).reply()).isEqualTo(DONE);
    }
    assertThat(sent).containsExactly(0L, 1_000L, 2_000L, 3_000L, 4_000L);
  }

  @Test
  void many_threads_share_one_pace() throws Exception {
    var sent = new ArrayList<Long>();
    var paced =
        paced(
            Pacer.upTo(new Rate(20, Duration.ofSeconds(10)), 0),
            _ -> {
              synchronized (sent) {
                sent.add(time.millis());
              }
              return Answer.of(DONE);
            });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer> call = () -> paced.send(REQUEST);
      for (var answer : threads.invokeAll(Collections.nCopies(41, call))) {
        assertThat(answer.get().reply()).isEqualTo(DONE);
      }
    }
    assertThat(time.millis()).isGreaterThanOrEqualTo(20_000);
    assertThat(sent).hasSize(41);
  }

  @Test
  void listing_writing_and_every_retry_draw_on_one_budget() throws Exception {
    var sent = new ArrayList<Long>();
    var paced =
        paced(
            Pacer.upTo(new Rate(10, Duration.ofSeconds(10)), 0),
            request -> {
              sent.add(time.millis());
              return Answer.of(
                  request instanceof Request.Create && sent.size() < 4
                      ? new Reply.Unavailable("502")
                      : DONE);
            });
    var gateway =
        new Retrying(paced, Backoff.DEFAULT, _ -> {}, () -> 0, Outages.patient(), listener);
    gateway.send(new Request.ListContacts(Optional.empty()));
    gateway.send(new Request.Create(new TreeMap<>()));
    gateway.send(new Request.ListContacts(Optional.empty()));
    assertThat(sent).containsExactly(0L, 1_000L, 2_000L, 3_000L, 4_000L);
  }

  @Test
  void the_limit_in_the_headers_sets_the_pace() throws InterruptedException {
    var quota = Optional.of(new Quota(1_000, 999, Duration.ofSeconds(9)));
    var paced = paced(Pacer.auto(0), _ -> new Answer(DONE, "", quota));
    paced.send(REQUEST);
    paced.send(REQUEST);
    var before = time.millis();
    paced.send(REQUEST);
    assertThat(time.millis() - before).isEqualTo(10);
  }

  @Test
  void after_a_refusal_nobody_calls_until_the_window_opens_and_the_operator_is_told()
      throws InterruptedException {
    var replies =
        new ArrayList<Reply>(List.of(new Reply.RateLimited(Duration.ofSeconds(5), "no"), DONE));
    var quota = Optional.of(new Quota(166, 0, Duration.ofSeconds(5)));
    var paced =
        paced(
            Pacer.upTo(new Rate(166, Duration.ofSeconds(10)), 0),
            _ -> new Answer(replies.removeFirst(), "", quota));
    paced.send(REQUEST);
    paced.send(REQUEST);
    assertThat(time.millis()).isEqualTo(5_000);
    assertThat(listener.heard()).containsExactly("166 of 166, waiting PT5S");
  }

  @Test
  void the_short_waits_of_a_steady_pace_are_no_news() throws InterruptedException {
    var paced = paced(Pacer.upTo(new Rate(166, Duration.ofSeconds(10)), 0), _ -> Answer.of(DONE));
    for (int call = 0; call < 500; call++) {
      paced.send(REQUEST);
    }
    assertThat(time.millis()).isGreaterThan(29_000);
    assertThat(listener.heard()).isEmpty();
  }

  @Test
  void two_runs_with_one_token_share_its_rate() throws InterruptedException {
    var turns = new Turns(Pacer.upTo(new Rate(10, Duration.ofSeconds(10)), 0));
    Gateway gateway = _ -> Answer.of(DONE);
    var one = new Paced(gateway, turns, time::nanos, time, listener);
    var other = new Paced(gateway, turns, time::nanos, time, listener);
    for (int call = 0; call < 15; call++) {
      one.send(REQUEST);
      other.send(REQUEST);
    }
    assertThat(time.millis()).isGreaterThanOrEqualTo(20_000);
  }

  @Test
  void a_call_that_fails_gives_its_place_back_in_time() throws InterruptedException {
    var failing = new ArrayList<>(List.of(true, false));
    var paced =
        paced(
            Pacer.upTo(new Rate(1, Duration.ofSeconds(10)), 0),
            _ -> {
              if (failing.removeFirst()) {
                throw new IllegalStateException("broken");
              }
              return Answer.of(DONE);
            });
    assertThatThrownBy(() -> paced.send(REQUEST)).hasMessage("broken");
    paced.send(REQUEST);
    assertThat(time.millis()).isEqualTo(10_000);
  }

  @Test
  void who_is_interrupted_while_waiting_does_not_call() {
    var calls = new ArrayList<Request>();
    var paced =
        paced(
            Pacer.upTo(new Rate(1, Duration.ofSeconds(10)), 0),
            request -> {
              calls.add(request);
              return Answer.of(DONE);
            });
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> paced.send(REQUEST)).isInstanceOf(InterruptedException.class);
    assertThat(calls).isEmpty();
  }

  private Paced paced(Pacer pacer, Gateway gateway) {
    return new Paced(gateway, new Turns(pacer), time::nanos, time, listener);
  }

  /// A clock that moves when somebody waits.
  private static final class SimulatedTime implements Waiter {
    private long nanos = Long.MAX_VALUE - 1_000_000_000L;
    private final long start = nanos;

    @Override
    public synchronized void await(Duration duration) {
      nanos += duration.toNanos();
    }

    synchronized long nanos() {
      return nanos;
    }

    synchronized long millis() {
      return (nanos - start) / 1_000_000;
    }
  }
}
