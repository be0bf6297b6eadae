package org.rollcall.roster.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// One read-only transaction with one snapshot: every question is answered as of the first one.
final class Snapshot implements AutoCloseable {
  /// How long one statement may take.
  static final Duration STATEMENT = Duration.ofMinutes(4);

  /// How long a statement waits for a table that another session has locked.
  static final Duration LOCK = Duration.ofSeconds(10);

  /// The state of a statement that waited too long for a lock.
  static final String LOCKED = "55P03";

  private final Connection connection;

  private Snapshot(Connection connection) {
    this.connection = connection;
  }

  /// Connects and begins the transaction. The settings apply to this transaction only; without them
  /// the driver would use this machine's time zone for timestamps.
  static Snapshot of(PostgresUrl url) throws SQLException {
    var snapshot = new Snapshot(Logins.to(url, url.properties()));
    try {
      snapshot.begin();
      return snapshot;
    } catch (SQLException failed) {
      snapshot.close();
      throw failed;
    }
  }

  private void begin() throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      statement.execute("set local time zone 'UTC'");
      statement.execute("set local statement_timeout = '" + STATEMENT.toSeconds() + "s'");
      statement.execute("set local lock_timeout = '" + LOCK.toSeconds() + "s'");
    }
  }

  /// The single number that `sql` returns.
  long number(Sql sql) throws SQLException {
    try (var statement = prepared(sql);
        var result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  /// The single text that `sql` returns; empty for `null`. The driver does not interpret question
  /// marks in it, as they may be operators.
  Optional<String> text(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return Optional.ofNullable(result.getString(1));
    }
  }

  /// Passes the single text of each row to `each`, and fetches `fetchSize` rows at a time through a
  /// cursor.
  void texts(Sql sql, int fetchSize, Consumer<String> each) throws SQLException {
    try (var statement = prepared(sql)) {
      statement.setFetchSize(fetchSize);
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          each.accept(result.getString(1));
        }
      }
    }
  }

  /// `fault`, with those who hold the lock where it was a lock that kept the statement waiting.
  /// They are asked for in a transaction of its own, because the failed one answers nothing more.
  SQLException explained(SQLException fault) {
    if (!LOCKED.equals(fault.getSQLState())) {
      return fault;
    }
    var who = holders().map(": "::concat).orElse("");
    return new SQLException(
        "a table was locked for more than %d s%s".formatted(LOCK.toSeconds(), who), LOCKED, fault);
  }

  private Optional<String> holders() {
    try {
      connection.rollback();
      begin();
      return text(SurveySql.LOCK_HOLDERS);
    } catch (SQLException _) {
      return Optional.empty();
    }
  }

  /// Ends the transaction and the connection. If that fails, the rows that were read stay valid.
  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException _) {
      // The server ends a transaction whose connection is gone.
    }
  }

  /// Sends values as untyped texts; each takes the type of the column that it is compared with.
  private PreparedStatement prepared(Sql sql) throws SQLException {
    var statement = connection.prepareStatement(sql.text());
    for (var index = 0; index < sql.parameters().size(); index++) {
      statement.setObject(index + 1, sql.parameters().get(index), Types.OTHER);
    }
    return statement;
  }
}
