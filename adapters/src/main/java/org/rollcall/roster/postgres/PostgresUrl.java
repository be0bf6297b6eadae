package org.rollcall.roster.postgres;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.rollcall.model.ConnectionString;

/// A database's address with its user, as a connection string in the form of Supabase and `psql`:
/// `postgresql://user:password@host:port/database?sslmode=require`.
///
/// It prints without its password.
public final class PostgresUrl {
  /// The driver's names for libpq's options. Other options are ignored.
  private static final Map<String, String> OPTIONS =
      Map.of(
          "sslmode", "sslmode",
          "sslrootcert", "sslrootcert",
          "sslcert", "sslcert",
          "sslkey", "sslkey",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout",
          "target_session_attrs", "targetServerType");

  /// The driver's words for libpq's.
  private static final Map<String, String> SERVERS =
      Map.of(
          "read-write", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  private final ConnectionString parts;

  private PostgresUrl(ConnectionString parts) {
    this.parts = parts;
  }

  /// @param text as the settings have it, which have judged it
  /// @throws IllegalArgumentException when `text` is no connection string; the message does not
  ///   repeat it
  public static PostgresUrl of(String text) {
    return new PostgresUrl(ConnectionString.of(text));
  }

  /// The same address in the driver's form, without user and password.
  String jdbc() {
    return "jdbc:postgresql://" + parts.hosts() + "/" + encoded(database());
  }

  /// A source of connections to that address; each connection is new.
  public DataSource dataSource() {
    var source = new GuardedSource(this);
    source.setUrl(jdbc());
    properties().forEach((name, value) -> set(source, name.toString(), value.toString()));
    return source;
  }

  private static void set(PGSimpleDataSource source, String name, String value) {
    try {
      source.setProperty(name, value);
    } catch (SQLException impossible) {
      throw new IllegalStateException("The driver does not know its own " + name, impossible);
    }
  }

  /// The other properties for the driver.
  ///
  /// None of them leaves a trace in the server's session, because a pooler may give the connection
  /// to another program after a transaction. So there are no prepared statements, and no settings
  /// after connecting.
  Properties properties() {
    var properties = new Properties();
    properties.setProperty("user", parts.user());
    properties.setProperty("password", parts.password());
    properties.setProperty("prepareThreshold", "0");
    properties.setProperty("assumeMinServerVersion", "12");
    properties.setProperty("ApplicationName", "Rollcall");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("loginTimeout", "30");
    properties.setProperty("socketTimeout", "300");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("maxResultBuffer", "64M");
    if (isSupabase()) {
      properties.setProperty("sslmode", "require");
    }
    OPTIONS.forEach(
        (theirs, name) -> option(theirs).ifPresent(value -> properties.setProperty(name, value)));
    return properties;
  }

  private Optional<String> option(String name) {
    return Optional.ofNullable(parts.options().get(name))
        .map(value ->
            name.equals("target_session_attrs") ? SERVERS.getOrDefault(value, value) : value);
  }

  /// The address of the first server, without user and password.
  public URI address() {
    return URI.create("postgresql://" + parts.hosts().split(",", 2)[0]);
  }

  /// The database role that reads.
  public String user() {
    return parts.user();
  }

  private String database() {
    return parts.database().isEmpty() ? parts.user() : parts.database();
  }

  /// The database and its server, for a sentence.
  String place() {
    return parts.hosts() + "/" + database();
  }

  /// Replaces the password in `text`.
  String conceal(String text) {
    var password = parts.password();
    return password.isEmpty() ? text : text.replace(password, "***");
  }

  @Override
  public String toString() {
    return "postgresql://" + parts.user() + ":***@" + place();
  }

  /// Whether the server is Supabase's. All of these support TLS, so a password is never sent to
  /// them unencrypted.
  private boolean isSupabase() {
    return Arrays.stream(parts.hosts().split(","))
        .map(host -> host.replaceAll(":\\d+$", "").toLowerCase(Locale.ROOT))
        .anyMatch(host -> host.endsWith(".supabase.co") || host.endsWith(".supabase.com"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
