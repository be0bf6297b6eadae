package org.rollcall.roster.postgres;

import java.io.FileNotFoundException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.transport.DeadEnd;

/// Tells the failures to connect that no retry mends from those that may pass, and says what to do.
/// The sentences name neither the user nor the password.
final class LoginRefusal {
  /// Supabase's pooler has no state of its own for this.
  private static final Pattern NO_TENANT =
      Pattern.compile(
          "(tenant|user|tenant or user) not found|tenant_not_found", Pattern.CASE_INSENSITIVE);

  /// What poolers say of a wrong password, in states that are not about passwords.
  private static final List<String> WRONG =
      List.of("authentication failed", "wrong password", "no such user");

  private static final Pattern DIRECT = Pattern.compile("db\\.[a-z0-9]+\\.supabase\\.co");

  private LoginRefusal() {}

  /// The sentence for the operator; empty where the failure may pass, or is not about connecting.
  static Optional<String> of(SQLException fault, PostgresUrl url) {
    var words = Objects.requireNonNullElse(fault.getMessage(), "");
    var state = Objects.requireNonNullElse(fault.getSQLState(), "");
    if (isOfPooler(state) && NO_TENANT.matcher(words).find()) {
      return Optional.of(noTenant(url));
    }
    if (state.startsWith("28")
        || (isOfPooler(state)
            && WRONG.stream().anyMatch(words.toLowerCase(Locale.ROOT)::contains))) {
      return Optional.of(wrong(url));
    }
    return state.equals("3D000") ? Optional.of(noDatabase(url)) : byCause(root(fault), url);
  }

  private static boolean isOfPooler(String state) {
    return state.startsWith("08") || state.startsWith("XX");
  }

  private static Optional<String> byCause(Throwable cause, PostgresUrl url) {
    return switch (cause) {
      case UnknownHostException unknown when !DeadEnd.isTemporary(unknown) ->
          Optional.of(unknownHost(url));
      case java.net.SocketException unreachable
          when isDirect(url)
              && Objects.requireNonNullElse(unreachable.getMessage(), "").contains("unreachable") ->
          Optional.of(unknownHost(url));
      case FileNotFoundException _ ->
          Optional.of(
              "DATABASE_URL asks for a verified certificate, but no root certificate is there to verify that of %s with. Add sslrootcert=/path/to/prod-ca-2021.crt to DATABASE_URL; Supabase's certificate is downloaded in the dashboard under Database, Settings, SSL Configuration."
                  .formatted(url.place()));
      case GeneralSecurityException _ ->
          Optional.of(
              "The certificate of the database at %s is not one that the root certificate vouches for. Add sslrootcert=/path/to/prod-ca-2021.crt to DATABASE_URL; Supabase's certificate is downloaded in the dashboard under Database, Settings, SSL Configuration."
                  .formatted(url.place()));
      case SQLException told -> WrongServer.of(told, url);
      case Throwable _ -> Optional.empty();
    };
  }

  private static String wrong(PostgresUrl url) {
    return "The database at %s refused the user or the password. Check DATABASE_URL%s. The login was tried once only, because repeated failures get an address banned."
        .formatted(
            url.place(),
            isPooler(url) && !url.user().contains(".")
                ? ": at Supabase's pooler the user is postgres.REF, with the project's reference"
                : "; where the password has special characters, percent-encode them");
  }

  private static String noDatabase(PostgresUrl url) {
    return "The server has no such database: %s. Check the end of DATABASE_URL; at Supabase the database is postgres."
        .formatted(url.place());
  }

  private static String noTenant(PostgresUrl url) {
    return "The pooler at %s knows no such project or user. Check DATABASE_URL: the user is postgres.REF there, with the project's reference, and the host is that of the project's region, as the dashboard shows it under Connect. A paused project gives the same answer; resume it."
        .formatted(url.place());
  }

  private static String unknownHost(PostgresUrl url) {
    return isDirect(url)
        ? "This machine cannot reach %s. Supabase's direct address has IPv6 only: take the session pooler's connection string (port 5432) from the dashboard under Connect for DATABASE_URL. A deleted or paused project has no address at all."
            .formatted(url.place())
        : "The name of the database's host is unknown: %s. Check the host in DATABASE_URL, and this machine's DNS."
            .formatted(url.place());
  }

  private static boolean isDirect(PostgresUrl url) {
    return DIRECT.matcher(host(url)).find();
  }

  private static boolean isPooler(PostgresUrl url) {
    return host(url).contains(".pooler.supabase.com");
  }

  private static String host(PostgresUrl url) {
    return url.address().toString().toLowerCase(Locale.ROOT);
  }

  private static Throwable root(Throwable failed) {
    var cause = failed.getCause();
    return cause == null ? failed : root(cause);
  }
}
