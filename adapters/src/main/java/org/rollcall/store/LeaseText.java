package org.rollcall.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// The text of a lease's file. One that cannot be understood counts as held by nobody: whoever
/// wrote it has died meanwhile.
///
/// Earlier versions wrote a run, a holder and two times, and read no more than that.
final class LeaseText {
  /// What earlier versions lived by, who did not write it down.
  private static final long USUAL_LIFE = 60_000;

  private static final long UNKNOWN = -1;

  private LeaseText() {}

  static Optional<LeaseRow> row(String text) throws IOException {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text));
      return Optional.of(row(properties)).filter(row -> !row.run().isEmpty());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static LeaseRow row(Properties properties) {
    return new LeaseRow(
        number(properties, "generation", 1),
        number(properties, "renewals", 0),
        properties.getProperty("run", ""),
        properties.getProperty("holder", ""),
        properties.getProperty("process", ""),
        instant(properties, "since"),
        instant(properties, "expires"),
        Duration.ofMillis(number(properties, "life", USUAL_LIFE)),
        Optional.of(number(properties, "uptime", UNKNOWN))
            .filter(uptime -> uptime != UNKNOWN)
            .map(Duration::ofMillis));
  }

  static String of(LeaseRow row) throws IOException {
    var properties = new Properties();
    properties.setProperty("generation", "" + row.generation());
    properties.setProperty("renewals", "" + row.renewals());
    properties.setProperty("run", row.run());
    properties.setProperty("holder", row.holder());
    properties.setProperty("process", row.process());
    properties.setProperty("since", "" + row.since().toEpochMilli());
    properties.setProperty("expires", "" + row.expires().toEpochMilli());
    properties.setProperty("life", "" + row.life().toMillis());
    properties.setProperty("uptime", "" + row.uptime().map(Duration::toMillis).orElse(UNKNOWN));
    var text = new StringWriter();
    properties.store(text, null);
    return text.toString();
  }

  private static Instant instant(Properties properties, String key) {
    return Instant.ofEpochMilli(Long.parseLong(properties.getProperty(key, "")));
  }

  private static long number(Properties properties, String key, long usual) {
    return Long.parseLong(properties.getProperty(key, "" + usual));
  }
}
