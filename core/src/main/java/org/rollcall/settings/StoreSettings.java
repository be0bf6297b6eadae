package org.rollcall.settings;

import java.time.Duration;
import java.util.Optional;

/// Where runs are stored, and for how long.
///
/// @param url a PostgreSQL database that several machines share; empty for a file next to the
///   settings
/// @param keep how long the store keeps whom a run changed
public record StoreSettings(Optional<Secret> url, Duration keep) {
  static final StoreSettings USUAL = new StoreSettings(Optional.empty(), Duration.ofDays(90));

  static StoreSettings read(Section root) {
    return root.optional("store").map(Field::section).map(StoreSettings::of).orElse(USUAL);
  }

  private static StoreSettings of(Section section) {
    var url = section.optionalText("url", Addresses::databaseFault).map(Secret::new);
    var memory = new StoreSettings(url, section.duration("keep", USUAL.keep()));
    section.close();
    return memory;
  }
}
