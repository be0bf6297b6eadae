package org.rollcall.apply;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rollcall.rate.Allotment;
import org.rollcall.rate.Demand;
import org.rollcall.rate.Part;

/// The turns of all who call Intercom under one rate limit, in the order in which they come. Runs
/// that have one token share them. Where processes share the limit, too, these are the turns of one
/// of them, and it keeps to its part. For many threads.
public final class Turns {
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

  /// How often it is asked for a part while there is none.
  private static final Duration ASKING = Duration.ofMillis(100);

  /// Whoever has not called for so long needs no part.
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Pacer pacer;
  private final Supplier<Allotment> allotment;

  /// The next in line holds it, even while it waits. All others wait behind it.
  private final ReentrantLock turn = new ReentrantLock(true);

  /// Guards all below; never held while anybody waits.
  private final ReentrantLock pacing = new ReentrantLock();

  private boolean pressed;
  private Optional<Long> lastAsked = Optional.empty();

  /// The turns of the only process that uses a limit.
  ///
  /// @param pacer handed over: nobody else may use it
  public Turns(Pacer pacer) {
    this(pacer, () -> new Allotment.Given(Part.ALL));
  }

  /// @param pacer handed over: nobody else may use it
  /// @param allotment what may be used of the limit. It is asked before each call, and answers at
  ///   once.
  public Turns(Pacer pacer, Supplier<Allotment> allotment) {
    this.pacer = pacer;
    this.allotment = allotment;
  }

  /// Waits for a turn.
  ///
  /// @param nanos a clock that only goes forward, the same for all who share the turns
  /// @param waiter lets time pass; it may be interrupted without harm to the others
  /// @param listener told of waits that are worth telling
  Pacer.Ticket await(LongSupplier nanos, Waiter waiter, GatewayListener listener)
      throws InterruptedException {
    turn.lockInterruptibly();
    try {
      var partWait = new PartWait(listener);
      while (true) {
        switch (ask(nanos.getAsLong())) {
          case Go(var ticket) -> {
            return ticket;
          }
          case Wait(var pause, var used, var maximum) -> {
            if (pause.compareTo(WORTH_TELLING) >= 0) {
              listener.rateWait(used, maximum, pause);
            }
            waiter.await(pause);
          }
          case NoPart(var why) -> {
            partWait.tell(why);
            waiter.await(ASKING);
          }
        }
      }
    } finally {
      turn.unlock();
    }
  }

  private Turn ask(long now) {
    pacing.lock();
    try {
      lastAsked = Optional.of(now);
      return switch (allotment.get()) {
        case Allotment.Given(var part) -> ask(now, part);
        case Allotment.Pending() -> noPart(PartWait.OTHERS);
        case Allotment.Unknown(var why) -> noPart(why);
      };
    } finally {
      pacing.unlock();
    }
  }

  private Turn ask(long now, Part part) {
    if (part.mine() == 0) {
      return noPart(PartWait.OTHERS);
    }
    pacer.keepTo(part);
    var pause = pacer.delay(now);
    pressed |= pause.isPositive();
    return pause.isPositive()
        ? new Wait(pause, pacer.used(now), pacer.maximum())
        : new Go(pacer.sent(now));
  }

  private Turn noPart(String why) {
    pressed = true;
    return new NoPart(why);
  }

  /// Asks a question about the calls. None begins until it is answered, so it must not wait.
  ///
  /// @param now the time, by the clock of those who wait for turns
  /// @param question given what is needed since the last question
  public <T> T measured(long now, Function<Demand, T> question) {
    pacing.lock();
    try {
      var demand = pacer.demand(now, pressed);
      pressed = false;
      var idle = lastAsked.filter(asked -> now - asked < IDLE.toNanos()).isEmpty();
      return question.apply(idle ? demand.ofLeaver() : demand);
    } finally {
      pacing.unlock();
    }
  }

  /// How long a call counts after its answer.
  public Duration window() {
    return pacer.window();
  }

  /// Hands a ticket back and learns from what came of it.
  ///
  /// @param answer empty where there was none
  void learn(Pacer.Ticket ticket, long now, Optional<Answer> answer) {
    pacing.lock();
    try {
      pacer.answered(ticket, now, answer.flatMap(Answer::quota));
      if (answer.map(Answer::reply).orElse(null) instanceof Reply.RateLimited(var pause, _)) {
        pacer.refused(now, pause);
      }
    } finally {
      pacing.unlock();
    }
  }

  private sealed interface Turn {}

  private record Go(Pacer.Ticket ticket) implements Turn {}

  private record Wait(Duration pause, int used, int maximum) implements Turn {}

  private record NoPart(String why) implements Turn {}

  /// One call's wait for a part. Each reason is told once, after a while.
  private static final class PartWait {
    private static final String OTHERS =
        "Other processes use all of the access token's rate, or one has just ended; the calls of this one wait for their part.";

    private static final int WHILE = 50;

    private final GatewayListener listener;
    private int asked;
    private String told = "";

    PartWait(GatewayListener listener) {
      this.listener = listener;
    }

    void tell(String why) {
      asked++;
      if (!told.equals(why) && asked >= WHILE) {
        told = why;
        listener.waitsForPart(why);
      }
    }
  }
}
