package org.rollcall.settings;

import java.time.Duration;

/// The source of the roster.
public sealed interface Source {
  /// What the pauses between tries to read add up to, if the settings say nothing: 1, 2 and 4
  /// seconds.
  Duration USUAL_PATIENCE = Duration.ofSeconds(7);

  /// What the pauses between tries to read add up to.
  Duration patience();

  /// The schema of all tables of the roster.
  String schema();

  /// The REST API of a Supabase project.
  ///
  /// @param url the project's base, such as `https://ref.supabase.co`
  /// @param key the service key
  record Supabase(String url, Secret key, String schema, Duration patience) implements Source {}

  /// A plain connection to PostgreSQL.
  ///
  /// @param url `postgresql://user:password@host:port/database`; secret because of its password
  record Postgres(Secret url, String schema, Duration patience) implements Source {}
}
