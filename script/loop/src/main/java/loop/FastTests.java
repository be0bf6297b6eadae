package loop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The fast tests of many modules, as many at once as the machine has processors.
final class FastTests implements AutoCloseable {
  private final Tests tests;
  private final ExecutorService runners =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final List<Future<Boolean>> outcomes = new ArrayList<>();

  FastTests(Tests tests) {
    this.tests = tests;
  }

  /// Runs those of `part` as soon as a processor is free for them.
  void add(Part part) {
    outcomes.add(runners.submit(() -> report(part, tests.runFast(part))));
  }

  /// Waits for all.
  ///
  /// @return whether none failed
  boolean await() throws InterruptedException {
    boolean areFine = true;
    for (var outcome : outcomes) {
      try {
        areFine &= outcome.get();
      } catch (ExecutionException broken) {
        throw new IllegalStateException(broken);
      }
    }
    return areFine;
  }

  /// Ends those that still run.
  @Override
  public void close() {
    runners.shutdownNow();
    runners.close();
  }

  private static synchronized boolean report(Part part, Tests.Outcome outcome) {
    System.out.printf("  %s: %s%n", part.module(), outcome.lines().getLast());
    if (!outcome.isFine()) {
      outcome.lines().subList(0, outcome.lines().size() - 1).stream()
          .map(line -> "    " + line)
          .forEach(System.out::println);
      System.out.println("    More is in " + outcome.log());
    }
    return outcome.isFine();
  }
}
