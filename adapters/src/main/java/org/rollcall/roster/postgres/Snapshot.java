package org.rollcall.roster.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.function.Consumer;

/// One read-only transaction in which nothing moves: whatever is asked is answered from the moment
/// of the first question.
final class Snapshot implements AutoCloseable {
  private static final int STATEMENT_TIMEOUT_SECONDS = 240;

  private final Connection connection;

  private Snapshot(Connection connection) {
    this.connection = connection;
  }

  /// Connects and begins. What is set is set for this transaction only; the driver would otherwise
  /// have this machine's time zone speak in the timestamps.
  static Snapshot of(PostgresUrl url) throws SQLException {
    var snapshot = new Snapshot(DriverManager.getConnection(url.jdbc(), url.properties()));
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
      statement.execute("set local statement_timeout = '" + STATEMENT_TIMEOUT_SECONDS + "s'");
    }
  }

  /// The one number that `sql` asks for.
  long number(Sql sql) throws SQLException {
    try (var statement = prepared(sql);
        var result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  /// The one text that `sql` asks for; empty for `null`. It is sent as it stands: a question mark
  /// in it is an operator.
  Optional<String> text(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return Optional.ofNullable(result.getString(1));
    }
  }

  /// Hands the one text of each row to `each`, fetched `fetchSize` at a time through a cursor.
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

  /// Ends the transaction and the connection. What was read stays read if that fails.
  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException _) {
      // The server drops a transaction whose connection is gone.
    }
  }

  /// Values go as untyped texts, which take the type of the column that they are compared with.
  private PreparedStatement prepared(Sql sql) throws SQLException {
    var statement = connection.prepareStatement(sql.text());
    for (var index = 0; index < sql.parameters().size(); index++) {
      statement.setObject(index + 1, sql.parameters().get(index), Types.OTHER);
    }
    return statement;
  }
}
