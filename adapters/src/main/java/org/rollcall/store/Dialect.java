package org.rollcall.store;

import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;

/// The little in which the two databases differ.
enum Dialect {
  SQLITE("", ":now"),
  POSTGRES("rollcall.", "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)");

  private final String place;
  private final String clock;

  Dialect(String place, String clock) {
    this.place = place;
    this.clock = clock;
  }

  /// What stands before the name of a table. No statement relies on a search path: behind a pooler
  /// it may be another program's.
  String place() {
    return place;
  }

  /// The time in milliseconds since 1970: the database's own, or else what is bound as `now`.
  String clock() {
    return clock;
  }

  /// Whether the database has a clock that all who share it have in common.
  boolean hasClock() {
    return this == POSTGRES;
  }

  /// Gives the room of what was deleted back; PostgreSQL sees to that by itself.
  void vacuum(Handle handle) {
    switch (this) {
      case SQLITE -> handle.execute("vacuum");
      case POSTGRES -> {}
    }
  }

  FluentConfiguration migrations(FluentConfiguration usual) {
    var placed =
        usual
            .locations("classpath:org/rollcall/store")
            .placeholders(Map.of("place", place))
            .failOnMissingLocations(true);
    return switch (this) {
      case SQLITE -> placed;
      case POSTGRES -> placed.schemas("rollcall").defaultSchema("rollcall").createSchemas(true);
    };
  }
}
