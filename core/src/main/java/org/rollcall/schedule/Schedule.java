package org.rollcall.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// When a sync is to run. Immutable and thread-safe.
///
/// @param crons fixed times, each of them
/// @param after the run that waits for fresh data; empty for none
public record Schedule(List<Cron> crons, Optional<AfterRefresh> after) {
  private static final Comparator<NextRun> IN_TIME =
      Comparator.comparing(NextRun::earliest).thenComparing(NextRun::latest);

  /// @throws IllegalArgumentException when it would never come due
  public Schedule {
    crons = List.copyOf(crons);
    if (crons.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("The schedule names no time.");
    }
  }

  /// Each of its rules: `0 8 * * * in UTC`.
  public List<String> inWords() {
    return Stream.concat(
            crons.stream().map(Cron::toString), after.stream().map(AfterRefresh::inWords))
        .toList();
  }

  /// The next runs that may begin after `moment`, the first first. Two at the same moment are one.
  ///
  /// @param count how many, at least 0
  public List<NextRun> next(Instant moment, int count) {
    var runs = new TreeSet<NextRun>(IN_TIME);
    crons.forEach(cron ->
        add(
            runs,
            Stream.iterate(next(cron, moment), run -> next(cron, run.earliest())).limit(count)));
    after.ifPresent(rule ->
        add(
            runs,
            Stream.iterate(rule.nextRun(moment), run -> rule.nextRun(run.earliest()))
                .limit(count)));
    return runs.stream().limit(count).toList();
  }

  private static void add(NavigableSet<NextRun> runs, Stream<NextRun> some) {
    some.forEach(runs::add);
  }

  private static NextRun next(Cron cron, Instant moment) {
    return NextRun.at(cron.next(moment), cron.zone());
  }
}
