package org.rollcall.scale;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A PostgreSQL that counts the statements that it carries out, for the stores of services.
final class FleetStore implements AutoCloseable {
  private static final String OURS = "/* bench */ ";

  private final EmbeddedPostgres server;
  private final ProcessHandle main;

  FleetStore() throws IOException, SQLException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .setServerConfig("max_connections", "100")
            .start();
    main =
        ProcessHandle.of(number("postgres", "select pg_backend_pid()"))
            .flatMap(ProcessHandle::parent)
            .orElseThrow();
  }

  /// Statements and what they cost since they were counted anew.
  record Counted(long statements, double seconds, long walBytes) {}

  String url(String database) {
    return "postgresql://postgres@127.0.0.1:%d/%s?sslmode=disable"
        .formatted(server.getPort(), database);
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database), "postgres", "");
  }

  void create(String database) throws SQLException {
    execute("postgres", "create database " + database);
    execute(database, "create extension pg_stat_statements");
  }

  void countAnew(String database) throws SQLException {
    execute(database, "select pg_stat_statements_reset()");
  }

  Counted counted(String database) throws SQLException {
    try (var connection = connect(database);
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    OURS
                        + "select sum(calls), sum(total_exec_time), sum(wal_bytes)"
                        + " from pg_stat_statements where dbid ="
                        + " (select oid from pg_database where datname = current_database())"
                        + " and query not like '%/* bench */%'")) {
      rows.next();
      return new Counted(rows.getLong(1), rows.getDouble(2) / 1_000, rows.getLong(3));
    }
  }

  long number(String database, String question) throws SQLException {
    try (var connection = connect(database);
        var rows = connection.createStatement().executeQuery(OURS + question)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void execute(String database, String statement) throws SQLException {
    try (var connection = connect(database);
        var executed = connection.createStatement()) {
      executed.execute(OURS + statement);
    }
  }

  /// Processor time of the server and all of its processes, in seconds.
  double processor() throws IOException {
    double all = FleetProcess.processorWithEnded(main.pid());
    for (var child : main.children().toList()) {
      try {
        all += FleetProcess.processorWithEnded(child.pid());
      } catch (NoSuchFileException _) {
        // It has just ended.
      }
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
