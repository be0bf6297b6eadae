package org.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.cli.LogLine.Level;

/// Lets the first lines of each kind pass and counts the rest. Not for use by several threads at
/// once.
final class Overflow {
  private static final int MOST = 200;

  private final Map<String, Integer> seen = new LinkedHashMap<>();

  /// The line, while there are few of its kind.
  ///
  /// @param kind what it tells, as it stands after a number: `more contacts created`
  Optional<LogLine> pass(String kind, LogLine line) {
    return seen.merge(kind, 1, Integer::sum) <= MOST ? Optional.of(line) : Optional.empty();
  }

  /// How many lines of each kind did not pass, each told once.
  List<LogLine> counts() {
    var lines =
        seen.entrySet().stream()
            .filter(each -> each.getValue() > MOST)
            .map(each -> count(each.getKey(), each.getValue() - MOST))
            .toList();
    seen.clear();
    return lines;
  }

  private static LogLine count(String kind, int number) {
    return LogLine.of(
        Level.INFO,
        "%,d %s; the report lists them all, and --verbose shows them.".formatted(number, kind));
  }
}
