package org.rollcall.settings;

/// The source of the roster.
public sealed interface Source {
  /// The schema of all tables of the roster.
  String schema();

  /// The REST API of a Supabase project.
  ///
  /// @param url the project's base, such as `https://ref.supabase.co`
  /// @param key the service key
  record Supabase(String url, Secret key, String schema) implements Source {}

  /// A plain connection to PostgreSQL.
  ///
  /// @param url `postgresql://user:password@host:port/database`; secret because of its password
  record Postgres(Secret url, String schema) implements Source {}
}
