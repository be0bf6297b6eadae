package org.rollcall.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.rollcall.run.Delivery;

/// Sends a message to several notifiers, within a time limit.
///
/// @param limit how long all of them together may take
public record MessageDelivery(Duration limit) {
  /// Sends to all `notifiers` at the same time; the deliveries come in their order.
  ///
  /// A thread that ignores its interruption is left running; it does not keep the program from
  /// ending.
  public List<Delivery> tell(List<Notifier> notifiers, Message message)
      throws InterruptedException {
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var tasks = notifiers.stream().map(each -> task(each, message)).toList();
      var done = threads.invokeAll(tasks, limit.toMillis(), TimeUnit.MILLISECONDS);
      var deliveries = new ArrayList<Delivery>();
      for (int i = 0; i < done.size(); i++) {
        deliveries.add(new Delivery(notifiers.get(i).name(), trouble(done.get(i))));
      }
      return deliveries;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Optional<String>> task(Notifier notifier, Message message) {
    return () -> {
      try {
        notifier.send(message);
        return Optional.empty();
      } catch (Undelivered undelivered) {
        return Optional.ofNullable(undelivered.getMessage());
      }
    };
  }

  /// The message of an unexpected exception is not passed on, because it may contain a secret.
  private Optional<String> trouble(Future<Optional<String>> done) {
    return switch (done.state()) {
      case SUCCESS -> done.resultNow();
      case FAILED -> Optional.of("Rollcall made a mistake while it sent the message");
      case CANCELLED, RUNNING -> Optional.of("no answer within %d s".formatted(limit.toSeconds()));
    };
  }
}
