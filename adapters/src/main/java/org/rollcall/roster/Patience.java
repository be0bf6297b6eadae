package org.rollcall.roster;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.apply.Waiter;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// Tries again after 1, 2 and 4 seconds, or for longer where the settings say so, then stops the
/// run with the first reason. Later reasons are often only consequences of the first. It stops
/// sooner once the tries and the pauses together have taken two minutes, or as long as the settings
/// say.
public final class Patience {
  private static final Duration USUAL = Duration.ofSeconds(7);

  /// The longest wait that is honoured when a source asks for a pause.
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final Duration LEAST_BUDGET = Duration.ofMinutes(2);

  private final Waiter waiter;
  private final Pauses pauses;

  /// Tries again after 1, 2 and 4 seconds.
  public Patience(Waiter waiter) {
    this(waiter, USUAL);
  }

  /// @param whole what all pauses add up to, as `source.patience` says
  public Patience(Waiter waiter, Duration whole) {
    this.waiter = waiter;
    this.pauses = new Pauses(whole);
  }

  /// How many tries are made.
  public int tries() {
    return pauses.tries();
  }

  /// How long all tries and pauses together may take before no other try is made.
  public Duration budget() {
    return longer(pauses.whole(), LEAST_BUDGET);
  }

  /// One try to read.
  @FunctionalInterface
  public interface Tried<T> {
    /// @throws RunStopped when another try would not help
    Attempt<T> once() throws InterruptedException;
  }

  /// Tries until a try succeeds.
  ///
  /// @param what what is read, as the beginning of a sentence: "Page 3 of members"
  /// @throws RunStopped when all tries have failed
  public <T> T until(String what, Consumer<RunEvent> events, Tried<T> tried)
      throws InterruptedException {
    Optional<Attempt.Passing<T>> first = Optional.empty();
    var spent = Duration.ZERO;
    for (var attempt = 1; ; attempt++) {
      switch (tried.once()) {
        case Attempt.Got<T>(var value) -> {
          return value;
        }
        case Attempt.Passing<T> passing -> {
          first = first.or(() -> Optional.of(passing));
          spent = spent.plus(passing.took());
          if (!pauses.isLeft(attempt) || spent.compareTo(budget()) >= 0) {
            throw givenUp(what, attempt, spent, first.orElse(passing));
          }
          spent = spent.plus(pause(what, events, attempt, passing));
        }
      }
    }
  }

  private Duration pause(
      String what, Consumer<RunEvent> events, int attempt, Attempt.Passing<?> passing)
      throws InterruptedException {
    var pause = longer(pauses.after(attempt), shorter(passing.atLeast(), LONGEST));
    var sentence = "%s could not be read because %s.".formatted(what, passing.why());
    events.accept(
        new RunEvent.RosterRetry(
            sentence, attempt + 1, pauses.tries(), pause, pauses.from(attempt)));
    waiter.await(pause);
    return pause;
  }

  private RunStopped givenUp(String what, int attempts, Duration spent, Attempt.Passing<?> first) {
    var sentence =
        "%s could not be read in %s, the first time because %s.%s%s Without the whole roster the run cannot go on; run again later, or give the source more time with source.patience."
            .formatted(
                what,
                attempts == 1 ? "1 try" : attempts + " tries",
                first.why(),
                spent.compareTo(budget()) < 0
                    ? ""
                    : " No more than %d s are spent on it.".formatted(budget().toSeconds()),
                first.hint().isEmpty() ? "" : " " + first.hint());
    return first
        .cause()
        .map(cause -> new RunStopped(RunStopped.Kind.FAILED, sentence, cause))
        .orElseGet(() -> new RunStopped(RunStopped.Kind.FAILED, sentence));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
