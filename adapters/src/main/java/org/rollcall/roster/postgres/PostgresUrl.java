package org.rollcall.roster.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.rollcall.run.RunStopped;

/// Where a database is, and who opens it: a connection string as Supabase and `psql` write it,
/// `postgresql://user:password@host:port/database?sslmode=require`.
///
/// Prints without its password.
public final class PostgresUrl {
  private static final Pattern FORM =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?"
              + "(?<hosts>[^@/?#]+)(?:/(?<database>[^?#]*))?(?:\\?(?<options>[^#]*))?");

  /// What libpq calls an option, and the driver's word for it. Others are meant for other programs.
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

  /// @throws RunStopped when `text` is no such connection string; the message does not repeat it
  public static PostgresUrl of(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "DATABASE_URL is not a connection string of the form postgresql://user:password@host:port/database. Percent-encode what is special in the password: @ as %40, / as %2F.");
    }
    return new PostgresUrl(form);
  }

  /// The same place as the driver writes it, without anybody's name.
  String jdbc() {
    return "jdbc:postgresql://" + hosts + "/" + encoded(database);
  }

  /// Connections to that place, each made anew.
  public DataSource dataSource() {
    var source = new PGSimpleDataSource();
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

  /// What the driver needs besides.
  ///
  /// Nothing here leaves a trace in the server's session, so that a pooler may hand the connection
  /// from one transaction to another program's: no prepared statements, and no settings sent after
  /// the connection is made.
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
    if (isSupabase()) {
      properties.setProperty("sslmode", "require");
    }
    options.forEach(properties::setProperty);
    return properties;
  }

  /// The first server's address, without anybody's name.
  public URI address() {
    return URI.create("postgresql://" + hosts.split(",", 2)[0]);
  }

  /// The database role that reads.
  String user() {
    return user;
  }

  /// Where the database is, for a sentence.
  String place() {
    return hosts + "/" + database;
  }

  /// `text` without the password, should it hold it.
  String conceal(String text) {
    return password.isEmpty() ? text : text.replace(password, "***");
  }

  @Override
  public String toString() {
    return "postgresql://" + user + ":***@" + place();
  }

  /// Supabase's servers all speak TLS, so a password never goes to one in the clear.
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

  /// Percent-decoded; a `%` that begins no code stands for itself, and so does `+`.
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
