package org.rollcall.config;

import java.time.Duration;
import java.util.Optional;

/// Where runs are remembered, and for how long.
///
/// @param url a PostgreSQL database that several machines share; empty for a file beside the
///   settings
/// @param keep how long it is known whom a run changed
public record Memory(Optional<Secret> url, Duration keep) {
  static final Memory USUAL = new Memory(Optional.empty(), Duration.ofDays(90));

  static Memory read(Section root) {
    return root.optional("store").map(Field::section).map(Memory::of).orElse(USUAL);
  }

  private static Memory of(Section section) {
    var url =
        section
            .optional("url")
            .flatMap(field ->
                field.as("postgresql://user:password@host:port/database", Memory::postgres))
            .map(Secret::new);
    var memory = new Memory(url, section.duration("keep", USUAL.keep()));
    section.close();
    return memory;
  }

  private static Optional<String> postgres(String text) {
    return Optional.of(text)
        .filter(url -> url.startsWith("postgresql://") || url.startsWith("postgres://"));
  }
}
