package org.rollcall.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollcall.sandbox.SamplePostgres;

/// One real PostgreSQL for all tests of this JVM; each test creates its own databases.
public final class TestPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  private static final class Server {
    static final SamplePostgres RUNNING = SamplePostgres.start();
  }

  /// A database for one test only.
  ///
  /// @param name unique in this JVM
  public record Database(String name) {
    /// The connection string of a superuser.
    public String url() {
      return Server.RUNNING.url(name);
    }

    /// The connection string of another role.
    public String url(String role) {
      return "postgresql://%s@127.0.0.1:%d/%s?sslmode=disable"
          .formatted(role, Server.RUNNING.port(), name);
    }

    /// A superuser's connection.
    public Connection connect() throws SQLException {
      return Server.RUNNING.connect(name);
    }

    /// Runs statements as a superuser.
    public void execute(String sql) throws SQLException {
      try (var connection = connect();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    /// The connection string of a new role that reads everything. It is the only kind of role that
    /// the server asks for its password.
    public String urlOfReader(String password) throws SQLException, IOException {
      var role = name + "_reader";
      try (var connection = connect();
          var statement = connection.createStatement()) {
        statement.execute("create role %s login bypassrls password '%s'".formatted(role, password));
        try (var rules = statement.executeQuery("show hba_file")) {
          rules.next();
          var file = Path.of(rules.getString(1));
          Files.writeString(
              file, "host all %s all scram-sha-256\n".formatted(role) + Files.readString(file));
        }
        statement.execute("select pg_reload_conf()");
        statement.execute("grant usage on schema public to " + role);
        statement.execute("grant select on all tables in schema public to " + role);
      }
      return url(role + ":" + password);
    }
  }

  /// An empty database.
  public static Database database() throws SQLException {
    var name = "test_" + DATABASES.incrementAndGet();
    try (var connection = Server.RUNNING.connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new Database(name);
  }
}
