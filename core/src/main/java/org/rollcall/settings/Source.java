package org.rollcall.settings;

/// Where the roster is read from.
public sealed interface Source {
  /// The schema of every table of the roster.
  String schema();

  /// The REST API of a Supabase project.
  ///
  /// @param url the project's base, such as `https://ref.supabase.co`
  /// @param key the service key
  record Supabase(String url, Secret key, String schema) implements Source {}

  /// A plain connection to PostgreSQL.
  ///
  /// @param url `postgresql://user:password@host:port/database`; secret for its password
  record Postgres(Secret url, String schema) implements Source {}
}
