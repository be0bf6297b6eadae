package org.rollcall.listing;

import java.time.Duration;
import java.util.function.Consumer;
import org.rollcall.apply.Waiter;
import org.rollcall.run.RunEvent;

/// How long a page is waited for that Intercom does not give, although the gateway has tried
/// several times.
///
/// @param most what all pauses for one page add up to
record Patience(Duration most, Waiter waiter) {
  /// Waits for nothing.
  static final Patience NONE = new Patience(Duration.ZERO, _ -> {});

  private static final Duration PAUSE = Duration.ofSeconds(30);

  /// Whether another pause may follow.
  ///
  /// @param spent what the pauses for this page have added up to
  boolean isLeft(Duration spent) {
    return most.compareTo(spent) > 0;
  }

  /// Waits once more.
  ///
  /// @param why what came in place of the page, as a sentence
  /// @return what the pauses add up to now
  Duration pause(Duration spent, String why, Consumer<RunEvent> events)
      throws InterruptedException {
    var left = most.minus(spent);
    var pause = PAUSE.compareTo(left) <= 0 ? PAUSE : left;
    events.accept(
        new RunEvent.Warned(
            "Intercom does not give its list: %s It is asked again in %d s, for %d s at most (intercom.patience)."
                .formatted(why, pause.toSeconds(), left.toSeconds())));
    waiter.await(pause);
    return spent.plus(pause);
  }
}
