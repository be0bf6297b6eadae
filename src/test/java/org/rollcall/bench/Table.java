package org.rollcall.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The results for people at a terminal.
final class Table {
  private static final String HEAD =
      "%-20s %6s  %-12s %9s %6s %12s %10s %9s %6s%n"
          .formatted(
              "night", "limit", "side", "calls", "429s", "time", "processor", "memory", "used");

  private Table() {}

  static String of(List<Measured> nights) {
    return HEAD
        + nights.stream().map(Table::line).collect(Collectors.joining())
        + "≈ extrapolated from the first members, calls and time; used: share of the permitted calls while writing\n";
  }

  static String line(Measured measured) {
    var cost = measured.whole();
    return String.format(
        Locale.ROOT,
        "%-20s %6d  %-12s %9s %6d %12s %8.1f s %6d MB %6s%n",
        measured.night(),
        measured.limit(),
        measured.side(),
        (measured.sample() < measured.members() ? "≈" : "") + cost.calls(),
        cost.rateLimited(),
        time(cost.wall()),
        measured.seen().processor(),
        cost.peak() / 1_000_000,
        used(measured));
  }

  /// Nothing for a run too short to fill a window.
  private static String used(Measured measured) {
    return measured.seen().writes() < measured.permitted()
        ? ""
        : String.format(Locale.ROOT, "%.1f%%", measured.writing() * 100);
  }

  private static String time(double seconds) {
    var whole = Duration.ofMillis(Math.round(seconds * 1000));
    return whole.toMinutes() > 0
        ? "%d min %02d s".formatted(whole.toMinutes(), whole.toSecondsPart())
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
