package org.rollcall.apply;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// Sends a request again while its answer is transient, with growing pauses.
///
/// Almost every request may be repeated. A create whose answer was lost is repeated too: if it had
/// landed, the conflict that follows carries the contact's id. Only what is handed over in bulk is
/// not repeated: its first job may be at work already, and nothing would tell. A settled answer is
/// never asked for twice. Waiting for the rate limit is no failure and uses up no try, but it ends
/// too.
public final class Retrying implements Gateway {
  /// Shorter waits for the rate limit are ordinary.
  private static final Duration WORTH_TELLING = Duration.ofSeconds(5);

  private final Gateway gateway;
  private final Backoff backoff;
  private final Waiter waiter;
  private final DoubleSupplier dice;
  private final Outage outage;
  private final GatewayListener listener;

  /// @param dice numbers from 0 to 1, from many threads at once
  /// @param outage as long as it is on, nothing is sent again
  public Retrying(
      Gateway gateway,
      Backoff backoff,
      Waiter waiter,
      DoubleSupplier dice,
      Outage outage,
      GatewayListener listener) {
    this.gateway = gateway;
    this.backoff = backoff;
    this.waiter = waiter;
    this.dice = dice;
    this.outage = outage;
    this.listener = listener;
  }

  /// The first settled answer, or the last transient one as it came.
  ///
  /// @throws Unsent when the calling thread is interrupted before any try can have landed
  @Override
  public Answer send(Request request) throws InterruptedException {
    var failed = 0;
    var limited = 0;
    var waited = Duration.ZERO;
    while (true) {
      var answer = send(request, failed > 0);
      switch (answer.reply()) {
        case Reply.Settled _ -> {
          return answer;
        }
        case Reply.RateLimited(var untilOpen, var text) -> {
          var pause = backoff.pauseForRate(untilOpen, ++limited, dice.getAsDouble());
          waited = waited.plus(pause);
          if (waited.compareTo(backoff.rateWaits()) > 0) {
            return answer;
          }
          if (pause.compareTo(WORTH_TELLING) >= 0) {
            listener.refusedByRate(RequestWords.of(request), text, pause);
          }
          await(pause, failed > 0);
        }
        case Reply.Transient passing -> {
          limited = 0;
          if (++failed >= tries(request)) {
            return answer;
          }
          pause(request, passing, failed);
        }
      }
    }
  }

  /// @param again whether an earlier try may have landed
  private Answer send(Request request, boolean again) throws InterruptedException {
    try {
      return gateway.send(request);
    } catch (Unsent unsent) {
      throw again ? new InterruptedException(unsent.getMessage()) : unsent;
    }
  }

  /// @param again whether an earlier try may have landed
  private void await(Duration pause, boolean again) throws InterruptedException {
    try {
      waiter.await(pause);
    } catch (InterruptedException interrupted) {
      throw again ? interrupted : new Unsent("The run was stopped before this call was taken.");
    }
  }

  private int tries(Request request) {
    return isGivenUpAtOnce(request) || outage.isOn() ? 1 : backoff.tries();
  }

  private static boolean isGivenUpAtOnce(Request request) {
    return request instanceof Request.CreateMany || request instanceof Request.UpdateMany;
  }

  private void pause(Request request, Reply.Transient passing, int failed)
      throws InterruptedException {
    var pause = backoff.pause(failed, dice.getAsDouble());
    listener.retrying(RequestWords.of(request), passing.text(), failed + 1, backoff.tries(), pause);
    waiter.await(pause);
  }
}
