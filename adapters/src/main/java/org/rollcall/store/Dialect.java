package org.rollcall.store;

import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;

/// The few differences between the two databases.
enum Dialect {
  SQLITE("", ":now"),
  POSTGRES("rollcall.", "cast(extract(epoch from statement_timestamp()) * 1000 as bigint)");

  private final String place;
  private final String clock;

  Dialect(String place, String clock) {
    this.place = place;
    this.clock = clock;
  }

  /// The prefix of a table's name. No statement relies on a search path, because another program
  /// may have set it behind a pooler.
  String place() {
    return place;
  }

  /// The time in milliseconds since 1970: the database's own, or else what is bound as `now`. It
  /// stands still while a statement runs, so that a statement may name it more than once.
  String clock() {
    return clock;
  }

  /// Whether the database has a clock that all its users have in common.
  boolean hasClock() {
    return this == POSTGRES;
  }

  /// What is wrong with the database; empty where it is whole. A server checks its pages itself.
  Optional<String> damage(Handle handle) {
    return switch (this) {
      case SQLITE ->
          handle
              .createQuery("pragma quick_check(1)")
              .mapTo(String.class)
              .findFirst()
              .filter(found -> !found.equals("ok"));
      case POSTGRES -> Optional.empty();
    };
  }

  /// Frees the space of deleted rows. PostgreSQL does that by itself.
  void vacuum(Handle handle) {
    switch (this) {
      case SQLITE -> handle.execute("vacuum");
      case POSTGRES -> {}
    }
  }

  /// How the statements of a migration say what the two say differently: a time that is kept in
  /// milliseconds since 1970, a text that is JSON, and the columns of a library: a time as its own
  /// kind, and bytes.
  private Map<String, String> words() {
    return switch (this) {
      case SQLITE ->
          Map.of(
              "place", place,
              "instant", "strftime('%Y-%m-%dT%H:%M:%fZ', ",
              "of_millis", " / 1000.0, 'unixepoch')",
              "json", "",
              "as_json", "",
              "moment", "timestamp",
              "bytes", "blob",
              "numbered", "integer primary key",
              "audit_is_kept", AuditTriggers.SQLITE);
      case POSTGRES ->
          Map.of(
              "place", place,
              "instant", "to_timestamp(",
              "of_millis", " / 1000.0)",
              "json", "cast(",
              "as_json", " as json)",
              "moment", "timestamp with time zone",
              "bytes", "bytea",
              "numbered", "bigint generated always as identity primary key",
              "audit_is_kept", AuditTriggers.POSTGRES);
    };
  }

  /// All that are missing are one transaction.
  FluentConfiguration migrations(FluentConfiguration usual) {
    var placed =
        usual
            .locations("classpath:org/rollcall/store")
            .placeholders(words())
            .group(true)
            .failOnMissingLocations(true);
    return switch (this) {
      case SQLITE -> placed;
      case POSTGRES -> placed.schemas("rollcall").defaultSchema("rollcall").createSchemas(true);
    };
  }
}
