package org.rollcall.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/// Workers that call a server as fast as the pacer lets them, in simulated time.
final class Traffic {
  private static final long MILLI = 1_000_000L;

  private final Pacer pacer;
  private final LimitedServer server;
  private final Random random;
  private final ToLongFunction<Random> latency;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private final List<Long> sent = new ArrayList<>();
  private final NavigableSet<Long> unfinished = new TreeSet<>();
  private Said said = (quota, _) -> Optional.of(quota);
  private Optional<Order> order = Optional.empty();
  private long numbers;
  private long begun;
  private long now;
  private int waiting;
  private boolean head;
  private int accepted;
  private int refused;
  private int othersAccepted;
  private int othersRefused;

  /// @param latency nanoseconds of one way, there or back
  Traffic(Pacer pacer, LimitedServer server, long seed, ToLongFunction<Random> latency) {
    this.pacer = pacer;
    this.server = server;
    this.random = new Random(seed);
    this.latency = latency;
  }

  /// What the headers say, given what is so and the time.
  interface Said {
    Optional<Quota> of(Quota truth, long now);
  }

  /// From now on the headers say this.
  Traffic saying(Said other) {
    said = other;
    return this;
  }

  /// The order of an applier's work: so many at once, taken up and finished in line, and between
  /// batches everything begun is finished.
  private record Order(int atOnce, int batch) {
    /// Up to which call may be begun, where `oldest` is the oldest that is not finished.
    long limit(long oldest) {
      return Math.min(oldest + atOnce, (oldest / batch + 1) * batch);
    }
  }

  /// Calls in the order of an applier's work.
  void applier(int atOnce, int batch) {
    order = Optional.of(new Order(atOnce, batch));
    line();
  }

  private void line() {
    order.ifPresent(each -> {
      var oldest = unfinished.isEmpty() ? begun : unfinished.first();
      waiting = (int) Math.max(0, each.limit(oldest) - begun);
    });
    next();
  }

  /// Another client that takes all that is left, up to `calls` at once, every `interval`.
  void otherTakes(int calls, long interval) {
    at(
        now + interval,
        () -> {
          for (int call = 0; call < calls && server.takes(now); call++) {
            othersAccepted++;
          }
          otherTakes(calls, interval);
        });
  }

  /// Another client that calls at an even pace until `seconds` after time zero.
  void otherUntil(long seconds, long interval) {
    if (now >= seconds * LimitedServer.SECOND) {
      return;
    }
    at(
        now + interval,
        () -> {
          if (server.takes(now)) {
            othersAccepted++;
          } else {
            othersRefused++;
          }
          otherUntil(seconds, interval);
        });
  }

  /// `workers` more that call one after another.
  void workers(int workers) {
    waiting += workers;
    next();
  }

  /// Lets `seconds` pass.
  void pass(long seconds) {
    var end = now + seconds * LimitedServer.SECOND;
    while (!events.isEmpty() && events.peek().at() <= end) {
      var event = events.remove();
      now = event.at();
      event.happening().run();
    }
    now = end;
  }

  void forget() {
    accepted = 0;
    refused = 0;
    othersAccepted = 0;
    othersRefused = 0;
    sent.clear();
  }

  int accepted() {
    return accepted;
  }

  int refused() {
    return refused;
  }

  int othersAccepted() {
    return othersAccepted;
  }

  int othersRefused() {
    return othersRefused;
  }

  /// The most calls sent in any span of `millis`.
  int densest(long millis) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < sent.size(); to++) {
      while (sent.get(to) - sent.get(from) >= millis * MILLI) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  private void next() {
    if (!head && waiting > 0) {
      head = true;
      step();
    }
  }

  private void step() {
    var delay = pacer.delay(now).toNanos();
    if (delay > 0) {
      var overslept = random.nextLong(2 * MILLI);
      at(now + delay + overslept, this::step);
      return;
    }
    var ticket = pacer.sent(now);
    long number = begun++;
    unfinished.add(number);
    sent.add(now);
    waiting--;
    head = false;
    at(now + latency.applyAsLong(random), () -> arrive(ticket, number));
    next();
  }

  private void arrive(Pacer.Ticket ticket, long number) {
    var taken = server.takes(now);
    var quota = server.quota(now);
    at(now + latency.applyAsLong(random), () -> answer(ticket, taken, quota, number));
  }

  private void answer(Pacer.Ticket ticket, boolean taken, Quota quota, long number) {
    var told = said.of(quota, now);
    pacer.answered(ticket, now, told);
    unfinished.remove(number);
    if (taken) {
      accepted++;
    } else {
      refused++;
      pacer.refused(now, told.map(Quota::reset).orElse(Duration.ofSeconds(10)));
    }
    if (order.isPresent()) {
      line();
    } else {
      waiting++;
      next();
    }
  }

  private void at(long time, Runnable happening) {
    events.add(new Event(time, numbers++, happening));
  }

  private record Event(long at, long number, Runnable happening) {}
}
