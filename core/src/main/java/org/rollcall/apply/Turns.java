package org.rollcall.apply;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// The turns of all who call Intercom under one rate limit, in the order in which they come. Runs
/// that have one token share them. For many threads.
public final class Turns {
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

  private final Pacer pacer;

  /// The next in line holds it, even while it waits. All others wait behind it.
  private final ReentrantLock turn = new ReentrantLock(true);

  /// Guards the pacer; never held while anybody waits.
  private final ReentrantLock pacing = new ReentrantLock();

  /// @param pacer handed over: nobody else may use it
  public Turns(Pacer pacer) {
    this.pacer = pacer;
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
        }
      }
    } finally {
      turn.unlock();
    }
  }

  private Turn ask(long now) {
    pacing.lock();
    try {
      var pause = pacer.delay(now);
      return pause.isPositive()
          ? new Wait(pause, pacer.used(now), pacer.maximum())
          : new Go(pacer.sent(now));
    } finally {
      pacing.unlock();
    }
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
}
