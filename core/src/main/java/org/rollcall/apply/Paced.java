package org.rollcall.apply;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Lets each request wait for its turn under the rate limit, in the order in which they come, and
/// learns the limit from the answers.
public final class Paced implements Gateway {
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

  private final Gateway gateway;
  private final Pacer pacer;
  private final LongSupplier nanos;
  private final Waiter waiter;
  private final GatewayListener listener;

  /// The next in line holds it, even while it waits. All others wait behind it.
  private final ReentrantLock turn = new ReentrantLock(true);

  /// Guards the pacer; never held while anybody waits.
  private final ReentrantLock pacing = new ReentrantLock();

  /// @param pacer handed over: nobody else may use it
  /// @param nanos a clock that only goes forward, such as `System::nanoTime`
  public Paced(
      Gateway gateway, Pacer pacer, LongSupplier nanos, Waiter waiter, GatewayListener listener) {
    this.gateway = gateway;
    this.pacer = pacer;
    this.nanos = nanos;
    this.waiter = waiter;
    this.listener = listener;
  }

  @Override
  public Answer send(Request request) throws InterruptedException {
    var ticket = permitted();
    Optional<Answer> answer = Optional.empty();
    try {
      answer = Optional.of(gateway.send(request));
      return answer.get();
    } finally {
      learn(ticket, answer);
    }
  }

  /// @throws Unsent when the calling thread is interrupted before its turn comes
  private Pacer.Ticket permitted() throws InterruptedException {
    try {
      return permit();
    } catch (InterruptedException _) {
      throw new Unsent("The run was stopped while this call waited for its turn.");
    }
  }

  private Pacer.Ticket permit() throws InterruptedException {
    turn.lockInterruptibly();
    try {
      while (true) {
        switch (ask()) {
          case Go(var ticket) -> {
            return ticket;
          }
          case Wait wait -> await(wait);
        }
      }
    } finally {
      turn.unlock();
    }
  }

  private Turn ask() {
    pacing.lock();
    try {
      long now = nanos.getAsLong();
      var pause = pacer.delay(now);
      return pause.isPositive()
          ? new Wait(pause, pacer.used(now), pacer.maximum())
          : new Go(pacer.sent(now));
    } finally {
      pacing.unlock();
    }
  }

  private void await(Wait wait) throws InterruptedException {
    if (wait.pause().compareTo(WORTH_TELLING) >= 0) {
      listener.rateWait(wait.used(), wait.maximum(), wait.pause());
    }
    waiter.await(wait.pause());
  }

  private void learn(Pacer.Ticket ticket, Optional<Answer> answer) {
    pacing.lock();
    try {
      long now = nanos.getAsLong();
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
