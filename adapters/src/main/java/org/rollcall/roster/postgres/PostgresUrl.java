package org.rollcall.roster.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.rollcall.model.Placeholder;
import org.rollcall.run.RunStopped;

/// A database's address with its user, as a connection string in the form of Supabase and `psql`:
/// `postgresql://user:password@host:port/database?sslmode=require`.
///
/// It prints without its password.
public final class PostgresUrl {
  private static final Pattern FORM =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?"
              + "(?<hosts>[^@/?#]+)(?:/(?<database>[^?#]*))?(?:\\?(?<options>[^#]*))?");

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

  private final String hosts;
  private final String database;
  private final String user;
  private final String password;
  private final Map<String, String> options;

  private PostgresUrl(Matcher form) {
    this.hosts = form.group("hosts");
    this.user = decoded(form.group("user"));
    this.password = decoded(form.group("password"));
    var named = decoded(form.group("database"));
    this.database = named.isEmpty() ? user : named;
    this.options = options(form.group("options"));
  }

  /// @throws RunStopped when `text` is not such a connection string; the message does not repeat it
  public static PostgresUrl of(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "DATABASE_URL is not a connection string of the form postgresql://user:password@host:port/database. Percent-encode what is special in the password: @ as %40, / as %2F.");
    }
    refusePlaceholders(form);
    return new PostgresUrl(form);
  }

  /// A host is never a placeholder in brackets: an IPv6 address has colons. A password may look
  /// like much, so only one that is nothing but a placeholder is refused.
  private static void refusePlaceholders(Matcher form) {
    var password = decoded(form.group("password"));
    var others = List.of("user", "hosts", "database");
    if (Placeholder.isPassword(password)) {
      throw leftIn("password");
    }
    for (var part : others) {
      if (Placeholder.isIn(decoded(form.group(part)))) {
        throw leftIn(part.equals("hosts") ? "host" : part);
      }
    }
  }

  private static RunStopped leftIn(String part) {
    return new RunStopped(
        RunStopped.Kind.SETTINGS,
        "DATABASE_URL still has a placeholder for the %s. Put the real %s in its place."
            .formatted(part, part));
  }

  /// The same address in the driver's form, without user and password.
  String jdbc() {
    return "jdbc:postgresql://" + hosts + "/" + encoded(database);
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
    properties.setProperty("user", user);
    properties.setProperty("password", password);
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
    options.forEach(properties::setProperty);
    return properties;
  }

  /// The address of the first server, without user and password.
  public URI address() {
    return URI.create("postgresql://" + hosts.split(",", 2)[0]);
  }

  /// The database role that reads.
  public String user() {
    return user;
  }

  /// The database and its server, for a sentence.
  String place() {
    return hosts + "/" + database;
  }

  /// Replaces the password in `text`.
  String conceal(String text) {
    return password.isEmpty() ? text : text.replace(password, "***");
  }

  @Override
  public String toString() {
    return "postgresql://" + user + ":***@" + place();
  }

  /// Whether the server is Supabase's. All of these support TLS, so a password is never sent to
  /// them unencrypted.
  private boolean isSupabase() {
    return Arrays.stream(hosts.split(","))
        .map(host -> host.replaceAll(":\\d+$", "").toLowerCase(Locale.ROOT))
        .anyMatch(host -> host.endsWith(".supabase.co") || host.endsWith(".supabase.com"));
  }

  private static Map<String, String> options(@Nullable String query) {
    var options = new HashMap<String, String>();
    for (var option : query == null ? new String[0] : query.split("&")) {
      var name = OPTIONS.get(option.replaceAll("=.*", ""));
      if (name != null) {
        options.put(name, decoded(option.replaceAll("^[^=]*=?", "")));
      }
    }
    return options;
  }

  /// Decodes percent-encoding; a `%` that starts no code stays, and so does `+`.
  private static String decoded(@Nullable String text) {
    if (text == null) {
      return "";
    }
    var codes = text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B");
    return URLDecoder.decode(codes, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
