package org.rollcall.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.rollcall.rate.Bid;
import org.rollcall.rate.Claim;
import org.rollcall.rate.Part;
import org.rollcall.rate.Terms;

/// Processes that share a limit through a store, in simulated time. What they say may get lost on
/// its way there, or the answer on its way back.
final class Sharing {
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;

  private final LimitedServer server;
  private final Random random;
  private final double losses;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private final Map<String, Kept> store = new HashMap<>();
  private long numbers;
  private long now;
  private int refused;

  private record Event(long at, long number, Runnable happening) {}

  private record Kept(Claim claim, long valid, long counts) {}

  /// @param losses how many of a hundred questions to the store, and answers, get lost
  Sharing(LimitedServer server, int losses, long seed) {
    this.server = server;
    this.losses = losses / 100.0;
    this.random = new Random(seed);
  }

  int refused() {
    return refused;
  }

  /// Lets `seconds` pass.
  void pass(long seconds) {
    var end = now + seconds * SECOND;
    while (!events.isEmpty() && events.peek().at() <= end) {
      var event = events.remove();
      now = event.at();
      event.happening().run();
    }
    now = end;
  }

  /// A process whose `workers` call one after another, each a while after its last answer.
  User user(String name, Pacer pacer, int workers, Duration between) {
    var user = new User(name, pacer, between.toNanos());
    user.ask();
    for (int worker = 0; worker < workers; worker++) {
      after(random.nextLong(SECOND), user::call);
    }
    return user;
  }

  private void after(long time, Runnable happening) {
    events.add(new Event(now + time, numbers++, happening));
  }

  private long latency() {
    return (20 + random.nextLong(60)) * MILLI;
  }

  final class User {
    private final String name;
    private final Pacer pacer;
    private final long between;
    private Optional<Part> part = Optional.empty();
    private long asked = Long.MIN_VALUE / 2;
    private boolean pressed;
    private boolean stopped;
    private boolean leaves;
    private int accepted;

    User(String name, Pacer pacer, long between) {
      this.name = name;
      this.pacer = pacer;
      this.between = between;
    }

    int accepted() {
      return accepted;
    }

    void forget() {
      accepted = 0;
    }

    /// From now on it neither calls nor asks.
    void die() {
      stopped = true;
    }

    /// It does nothing for a while, and then goes on as if no time had passed.
    void suspend(long seconds) {
      stopped = true;
      after(seconds * SECOND, () -> stopped = false);
    }

    /// It calls no more, and says so.
    void leave() {
      leaves = true;
    }

    private void call() {
      if (leaves) {
        return;
      }
      if (stopped
          || part.isEmpty()
          || part.get().mine() == 0
          || now - asked >= Terms.VALID.toNanos()) {
        pressed = true;
        after(100 * MILLI, this::call);
        return;
      }
      pacer.keepTo(part.get());
      var delay = pacer.delay(now).toNanos();
      if (delay > 0) {
        pressed = true;
        after(delay + random.nextLong(2 * MILLI), this::call);
        return;
      }
      var ticket = pacer.sent(now);
      after(latency(), () -> arrive(ticket));
    }

    private void arrive(Pacer.Ticket ticket) {
      var taken = server.takes(now);
      var quota = server.quota(now);
      after(
          latency(),
          () -> {
            pacer.answered(ticket, now, Optional.of(quota));
            if (taken) {
              accepted++;
            } else {
              refused++;
              pacer.refused(now, quota.reset());
            }
            after(between, this::call);
          });
    }

    private void ask() {
      after(Terms.PERIOD.toNanos() + random.nextLong(200 * MILLI), this::ask);
      if (stopped || lost()) {
        return;
      }
      var asking = now;
      var demand = pacer.demand(now, pressed);
      var bid = Bid.of(name, leaves ? demand.ofLeaver() : demand, others(), instant());
      if (part.filter(has -> bid.part().isWithin(has)).isPresent()) {
        part = Optional.of(bid.part());
      }
      if (lost()) {
        return;
      }
      pressed = false;
      var valid = now + Terms.VALID.toNanos();
      store.put(
          name,
          new Kept(
              bid.claim(), valid, valid + pacer.window().toNanos() + Terms.ON_ITS_WAY.toNanos()));
      if (!lost()) {
        after(
            latency(),
            () -> {
              if (!stopped) {
                part = Optional.of(bid.part());
                asked = asking;
              }
            });
      }
    }

    private boolean lost() {
      return random.nextDouble() < losses;
    }

    private List<Claim> others() {
      var others = new ArrayList<Claim>();
      store.forEach((user, kept) -> {
        if (!user.equals(name) && kept.counts() > now) {
          var said = kept.claim();
          others.add(new Claim(user, said.reserved(), said.wanted(), kept.valid() >= now));
        }
      });
      return others;
    }

    private Instant instant() {
      return Instant.ofEpochSecond(now / SECOND);
    }
  }
}
