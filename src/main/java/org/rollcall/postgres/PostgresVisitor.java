package org.rollcall.postgres;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.rollcall.doctor.Reach;
import org.rollcall.doctor.Visitor;

/// Knocks at a database as a run would, with user and password: whether it lets in belongs to
/// whether it can be reached.
public final class PostgresVisitor implements Visitor {
  private static final String PATIENCE_SECONDS = "10";

  /// Behind a pooler that is the way from there on.
  private static final String QUESTION =
      "select extract(epoch from clock_timestamp()) * 1000, ssl from pg_stat_ssl"
          + " where pid = pg_backend_pid()";

  private final PostgresUrl url;
  private final InstantSource clock;

  /// @param clock what the database's clock is compared with
  public PostgresVisitor(PostgresUrl url, InstantSource clock) {
    this.url = url;
    this.clock = clock;
  }

  /// @param address not asked: a connection needs more than that
  @Override
  public Reach visit(URI address) {
    var properties = url.properties();
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    properties.setProperty("socketTimeout", PATIENCE_SECONDS);
    try (var connection = DriverManager.getConnection(url.jdbc(), properties)) {
      return answered(connection);
    } catch (SQLException failed) {
      return reach(failed);
    }
  }

  private Reach answered(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      var before = clock.instant();
      try (var answer = statement.executeQuery(QUESTION)) {
        if (!answer.next()) {
          return new Reach.Answered(Optional.empty(), false);
        }
        var middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        var ahead = Duration.between(Instant.ofEpochMilli(answer.getLong(1)), middle);
        return new Reach.Answered(Optional.of(ahead), answer.getBoolean(2));
      }
    }
  }

  private Reach reach(SQLException failed) {
    var state = Objects.requireNonNullElse(failed.getSQLState(), "");
    if (state.startsWith("28") || state.startsWith("3D")) {
      return new Reach.Refused(url.conceal(words(failed)));
    }
    return switch (root(failed)) {
      case UnknownHostException _ -> new Reach.NoSuchName();
      case ConnectException _, NoRouteToHostException _ -> new Reach.NoConnection();
      case SocketTimeoutException late when isOfConnecting(late) -> new Reach.NoConnection();
      case SSLException _, java.security.GeneralSecurityException _ -> new Reach.Untrusted();
      case SQLException silent when words(silent).contains("does not support SSL") ->
          new Reach.NoTls();
      case Throwable _ -> new Reach.NoAnswer();
    };
  }

  /// The driver gives both waits the same exception.
  private static boolean isOfConnecting(SocketTimeoutException late) {
    return Objects.requireNonNullElse(late.getMessage(), "").startsWith("Connect");
  }

  private static Throwable root(Throwable failed) {
    @Nullable Throwable cause = failed.getCause();
    return cause == null ? failed : root(cause);
  }

  private static String words(SQLException failed) {
    return Objects.requireNonNullElse(failed.getMessage(), "")
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^FATAL: ", "");
  }
}
