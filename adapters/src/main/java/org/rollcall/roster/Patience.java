package org.rollcall.roster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.apply.Waiter;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// Tries again after 1, 2 and 4 seconds, then stops the run with the first reason. Later reasons
/// are often only consequences of the first. It stops sooner once the tries and the pauses together
/// have taken two minutes.
public final class Patience {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

  /// How many tries are made.
  public static final int TRIES = PAUSES.size() + 1;

  /// The longest wait that is honoured when a source asks for a pause.
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /// How long all tries and pauses together may take before no other try is made.
  public static final Duration BUDGET = Duration.ofMinutes(2);

  private final Waiter waiter;

  public Patience(Waiter waiter) {
    this.waiter = waiter;
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
          if (attempt > PAUSES.size() || spent.compareTo(BUDGET) >= 0) {
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
    var pause = longer(PAUSES.get(attempt - 1), shorter(passing.atLeast(), LONGEST));
    var sentence = "%s could not be read because %s.".formatted(what, passing.why());
    events.accept(new RunEvent.RosterRetry(sentence, attempt + 1, PAUSES.size() + 1, pause));
    waiter.await(pause);
    return pause;
  }

  private static RunStopped givenUp(
      String what, int attempts, Duration spent, Attempt.Passing<?> first) {
    var sentence =
        "%s could not be read in %s, the first time because %s.%s%s Without the whole roster the run cannot go on; run again later."
            .formatted(
                what,
                attempts == 1 ? "1 try" : attempts + " tries",
                first.why(),
                spent.compareTo(BUDGET) < 0
                    ? ""
                    : " No more than %d s are spent on it.".formatted(BUDGET.toSeconds()),
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
