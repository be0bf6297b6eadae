package org.rollcall.apply;

import java.util.Optional;
import java.util.function.LongSupplier;

/// Lets each request wait for its turn under the rate limit, in the order in which they come, and
/// learns the limit from the answers.
public final class Paced implements Gateway {
  private final Gateway gateway;
  private final Turns turns;
  private final LongSupplier nanos;
  private final Waiter waiter;
  private final GatewayListener listener;

  /// @param turns shared with all who call under the same limit
  /// @param nanos a clock that only goes forward, such as `System::nanoTime`
  public Paced(
      Gateway gateway, Turns turns, LongSupplier nanos, Waiter waiter, GatewayListener listener) {
    this.gateway = gateway;
    this.turns = turns;
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
      turns.learn(ticket, nanos.getAsLong(), answer);
    }
  }

  /// @throws Unsent when the calling thread is interrupted before its turn comes
  private Pacer.Ticket permitted() throws InterruptedException {
    try {
      return turns.await(nanos, waiter, listener);
    } catch (InterruptedException _) {
      throw new Unsent("The run was stopped while this call waited for its turn.");
    }
  }
}
