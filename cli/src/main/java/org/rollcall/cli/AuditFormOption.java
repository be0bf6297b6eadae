package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.access.AuditEntry;
import org.rollcall.csv.Csv;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The form in which the audit log is printed; one at most. Entries are printed while they are
/// read.
final class AuditFormOption {
  private static final List<Object> NAMES =
      List.of("time", "who", "from", "action", "subject", "ending");

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Option(names = "--csv", description = "Print it as CSV: a line for each entry.")
  private boolean csv;

  void print(Stream<AuditEntry> entries, Screen screen) {
    if (json) {
      var root = JsonNodeFactory.instance.objectNode();
      root.putPOJO("entries", entries.map(AuditFormOption::object).iterator());
      screen.print(root);
    } else if (csv) {
      Stream.concat(Stream.of(NAMES), entries.map(AuditFormOption::cells))
          .map(Csv::line)
          .forEach(screen::println);
    } else {
      entries.map(AuditFormOption::line).forEach(screen::println);
    }
  }

  private static ObjectNode object(AuditEntry entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("time", entry.time().toString())
        .put("who", entry.who())
        .put("from", entry.from())
        .put("action", entry.action())
        .put("subject", entry.subject())
        .put("ending", entry.ending());
  }

  private static List<Object> cells(AuditEntry entry) {
    return List.of(
        entry.time(), entry.who(), entry.from(), entry.action(), entry.subject(), entry.ending());
  }

  private static String line(AuditEntry entry) {
    return "%s  %s, from %s: %s%s: %s"
        .formatted(
            entry.time(),
            entry.who(),
            entry.from(),
            entry.action(),
            entry.subject().isEmpty() ? "" : " " + entry.subject(),
            entry.ending());
  }
}
