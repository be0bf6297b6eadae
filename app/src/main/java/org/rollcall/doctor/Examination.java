package org.rollcall.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.rollcall.run.RunStopped;

/// Makes all checks at once, each within its time. No check waits for another or harms another.
public final class Examination {
  private final Duration patience;

  /// @param patience how long all checks together may take; they are made at once
  public Examination(Duration patience) {
    this.patience = patience;
  }

  /// All findings, in the order of the checks.
  ///
  /// @throws InterruptedException when the calling thread is interrupted; this ends all checks
  public List<Finding> of(List<? extends Check> checks) throws InterruptedException {
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Callable<List<Finding>>> looks =
          checks.stream().<Callable<List<Finding>>>map(check -> check::look).toList();
      var looked = executor.invokeAll(looks, patience.toMillis(), TimeUnit.MILLISECONDS);
      var findings = new ArrayList<Finding>();
      for (var index = 0; index < checks.size(); index++) {
        findings.addAll(found(checks.get(index).subject(), looked.get(index)));
      }
      return findings;
    } finally {
      executor.shutdownNow();
    }
  }

  private List<Finding> found(String subject, Future<List<Finding>> looked) {
    return switch (looked.state()) {
      case SUCCESS -> looked.resultNow();
      case FAILED -> List.of(broken(subject, looked.exceptionNow()));
      case CANCELLED, RUNNING ->
          List.of(
              new Finding.Wrong(
                  subject,
                  "No answer came within %d seconds.".formatted(patience.toSeconds()),
                  "Check whether something between this machine and the other side drops packets, such as a firewall or a proxy."));
    };
  }

  /// A [RunStopped] has a sentence that says what to do. Other exceptions may quote what was sent,
  /// so their messages are not passed on.
  private static Finding broken(String subject, Throwable failure) {
    return failure instanceof RunStopped stopped
        ? new Finding.Wrong(subject, Objects.requireNonNullElse(stopped.getMessage(), ""), "")
        : new Finding.Wrong(
            subject,
            "The check itself broke.",
            "This is a mistake in Rollcall, not in what you did; please report it.");
  }
}
