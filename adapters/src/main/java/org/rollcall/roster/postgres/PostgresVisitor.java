package org.rollcall.roster.postgres;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.rollcall.survey.Reach;
import org.rollcall.survey.Visitor;

/// Connects to a database as a run would, with user and password. A database counts as reachable
/// only if it accepts them.
public final class PostgresVisitor implements Visitor {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// With these modes the driver connects over TLS or not at all.
  private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

  /// Asks for the database's time and for encryption. Behind a pooler, this tells only about the
  /// connection from the pooler on.
  private static final String QUESTION =
      "select extract(epoch from clock_timestamp()) * 1000, ssl from pg_stat_ssl"
          + " where pid = pg_backend_pid()";

  private final PostgresUrl url;
  private final InstantSource clock;
  private final Duration patience;

  /// @param clock the clock to compare the database's clock with
  public PostgresVisitor(PostgresUrl url, InstantSource clock) {
    this(url, clock, PATIENCE);
  }

  /// @param patience how long to wait for an answer; half of it for the connection
  PostgresVisitor(PostgresUrl url, InstantSource clock, Duration patience) {
    this.url = url;
    this.clock = clock;
    this.patience = patience;
  }

  /// @param address ignored, because a connection needs more than an address
  @Override
  public Reach visit(URI address) throws InterruptedException {
    var properties = url.properties();
    properties.setProperty("connectTimeout", Long.toString(patience.toSeconds() / 2));
    properties.setProperty("loginTimeout", Long.toString(patience.toSeconds()));
    properties.setProperty("socketTimeout", Long.toString(patience.toSeconds()));
    try (var connection = Logins.to(url, properties)) {
      return answered(connection, ENCRYPTED.contains(properties.getProperty("sslmode", "")));
    } catch (SQLException failed) {
      if (Thread.interrupted()) {
        throw new InterruptedException("The check was interrupted.");
      }
      return reach(failed);
    }
  }

  private Reach answered(Connection connection, boolean encrypted) throws SQLException {
    try (var statement = connection.createStatement()) {
      var before = clock.instant();
      try (var answer = statement.executeQuery(QUESTION)) {
        if (!answer.next()) {
          return new Reach.Answered(Optional.empty(), encrypted);
        }
        var middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        var ahead = Duration.between(Instant.ofEpochMilli(answer.getLong(1)), middle);
        return new Reach.Answered(Optional.of(ahead), encrypted || answer.getBoolean(2));
      }
    }
  }

  private Reach reach(SQLException failed) {
    if (failed instanceof PSQLException told && told.getServerErrorMessage() != null) {
      return new Reach.Refused(url.conceal(words(failed)));
    }
    return switch (root(failed)) {
      case UnknownHostException _ -> new Reach.NoSuchName();
      case ConnectException _, NoRouteToHostException _ -> new Reach.NoConnection();
      case SocketTimeoutException late when isOfConnecting(late) -> new Reach.NoConnection();
      case SSLException _, GeneralSecurityException _ -> new Reach.Untrusted();
      case SQLException said when words(said).equals(WrongServer.NO_TLS) -> new Reach.NoTls();
      case SQLException said when "08004".equals(said.getSQLState()) ->
          new Reach.Refused(url.conceal(words(said)));
      case Throwable _ -> new Reach.NoAnswer();
    };
  }

  /// The driver throws the same exception for connecting and for reading.
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
