package org.rollcall.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.run.RunStopped;

/// Makes all checks at once, except those behind another: they wait for it. No check harms another.
public final class Examination {
  private final Duration patience;
  private final LongSupplier nanos;

  /// @param patience how long all checks together may take
  /// @param nanos tells how time passes
  public Examination(Duration patience, LongSupplier nanos) {
    this.patience = patience;
    this.nanos = nanos;
  }

  /// All findings, in the order of the checks; those behind a check follow it. One fault is one
  /// finding, which names the checks that could not be made because of it.
  ///
  /// @throws InterruptedException when the calling thread is interrupted; this ends all checks
  public List<Finding> of(List<? extends Check> checks) throws InterruptedException {
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var end = nanos.getAsLong() + patience.toNanos();
      return SharedFault.merged(new Round(executor, end).all(checks));
    } finally {
      executor.shutdownNow();
    }
  }

  private final class Round {
    private final ExecutorService executor;
    private final long end;

    Round(ExecutorService executor, long end) {
      this.executor = executor;
      this.end = end;
    }

    List<Finding> all(List<? extends Check> checks) throws InterruptedException {
      var begun =
          checks.stream().map(each -> executor.submit(() -> withThoseBehind(each))).toList();
      var findings = new ArrayList<Finding>();
      for (var each : begun) {
        try {
          findings.addAll(each.get());
        } catch (ExecutionException broken) {
          throw new IllegalStateException(broken.getCause());
        }
      }
      return findings;
    }

    private List<Finding> withThoseBehind(Check check) throws InterruptedException {
      var found = inTime(check.subject(), check::look);
      if (check.behind().isEmpty()) {
        return found;
      }
      return !found.isEmpty() && found.getLast() instanceof Finding.Wrong last && isAllWrong(found)
          ? Stream.concat(
                  found.stream().limit(found.size() - 1L),
                  Stream.of(last.hiding(subjects(check.behind()))))
              .toList()
          : Stream.concat(found.stream(), all(check.behind()).stream()).toList();
    }

    private List<Finding> inTime(String subject, Callable<List<Finding>> look)
        throws InterruptedException {
      var looking = executor.submit(look);
      try {
        return looking.get(Math.max(0, end - nanos.getAsLong()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException _) {
        looking.cancel(true);
        return List.of(late(subject));
      } catch (ExecutionException failed) {
        return List.of(broken(subject, failed.getCause()));
      }
    }
  }

  private static boolean isAllWrong(List<Finding> found) {
    return found.stream().allMatch(Finding.Wrong.class::isInstance);
  }

  private static List<String> subjects(List<Check> checks) {
    return checks.stream()
        .flatMap(each -> Stream.concat(Stream.of(each.subject()), subjects(each.behind()).stream()))
        .toList();
  }

  private Finding late(String subject) {
    return new Finding.Wrong(
        subject,
        "No answer came within %d seconds.".formatted(patience.toSeconds()),
        "Check whether something between this machine and the other side drops packets, such as a firewall or a proxy.");
  }

  /// A [RunStopped] has a sentence that says what to do. Other exceptions may quote what was sent,
  /// so their messages are not passed on.
  private static Finding broken(String subject, @Nullable Throwable failure) {
    return failure instanceof RunStopped stopped
        ? new Finding.Wrong(subject, Objects.requireNonNullElse(stopped.getMessage(), ""), "")
        : new Finding.Wrong(
            subject,
            "The check itself broke.",
            "This is a mistake in Rollcall, not in what you did; please report it.");
  }
}
