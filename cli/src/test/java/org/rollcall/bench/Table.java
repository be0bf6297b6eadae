package org.rollcall.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The results for people at a terminal.
final class Table {
  private static final String FORMAT = "%-20s %6s  %-17s %9s %6s %12s %10s %9s %6s%n";
  private static final String HEAD =
      FORMAT.formatted(
          "night", "limit", "side", "calls", "429s", "time", "processor", "memory", "used");

  private Table() {}

  static String of(List<Measured> nights) {
    return HEAD
        + nights.stream()
            .map(night -> line(night) + rival(night, nights).map(it -> ratio(it, night)).orElse(""))
            .collect(Collectors.joining())
        + "≈ extrapolated from the first members, calls and time; processor and memory are of the run that was made\n"
        + "used: share of the permitted calls while writing\n";
  }

  static String line(Measured measured) {
    var cost = measured.whole();
    return FORMAT.formatted(
        measured.night(),
        measured.limit(),
        measured.side(),
        (isSampled(measured) ? "≈" : "") + cost.calls(),
        cost.rateLimited(),
        time(cost.wall()),
        String.format(Locale.ROOT, "%.1f s", measured.seen().processor()),
        "%d MB".formatted(cost.peak() / 1_000_000),
        used(measured));
  }

  /// How many times what Rollcall costs the script does. Their processor time is not compared where
  /// they did not do the same work.
  private static String ratio(Measured rollcall, Measured script) {
    var whole = !isSampled(rollcall) && !isSampled(script);
    return FORMAT.formatted(
        "",
        "",
        "script / Rollcall",
        times(rollcall, script, Measured.Cost::calls),
        "",
        times(rollcall, script, Measured.Cost::wall),
        whole ? times(rollcall, script, Measured.Cost::processor) : "",
        times(rollcall, script, Measured.Cost::peak),
        "");
  }

  /// What Rollcall took for the same night as this script.
  private static Optional<Measured> rival(Measured script, List<Measured> nights) {
    return nights.stream()
        .filter(_ -> script.side().equals(Side.SCRIPT.label()))
        .filter(it -> it.side().equals(Side.ROLLCALL.label()))
        .filter(it -> it.night().equals(script.night()) && it.limit() == script.limit())
        .findFirst();
  }

  private static String times(
      Measured rollcall, Measured script, ToDoubleFunction<Measured.Cost> of) {
    return String.format(
        Locale.ROOT,
        "x %.1f",
        of.applyAsDouble(script.whole()) / of.applyAsDouble(rollcall.whole()));
  }

  private static boolean isSampled(Measured measured) {
    return measured.sample() < measured.members();
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
