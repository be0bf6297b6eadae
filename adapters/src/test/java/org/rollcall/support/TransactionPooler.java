package org.rollcall.support;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A real PgBouncer in transaction mode in front of a test's database, with a single connection to
/// give out. Whatever belongs to a session instead of a transaction becomes visible to other
/// clients.
///
/// The test is skipped if `pgbouncer` is not installed.
public final class TransactionPooler implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final int port;
  private final String database;

  private TransactionPooler(Process process, int port, String database) {
    this.process = process;
    this.port = port;
    this.database = database;
  }

  /// Starts a pooler in front of `database` and waits until it listens.
  ///
  /// @param folder the folder for its settings
  public static TransactionPooler before(TestPostgres.Database database, Path folder)
      throws IOException, InterruptedException {
    Assumptions.assumeTrue(isInstalled(), "There is no pgbouncer on this machine.");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    int port = FreePort.any();
    var users = Files.writeString(folder.resolve("users.txt"), "\"postgres\" \"\"\n");
    var settings =
        Files.writeString(folder.resolve("pgbouncer.ini"), settings(database, port, users));
    var process =
        new ProcessBuilder(command(settings))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pgbouncer.log").toFile())
            .start();
    var pooler = new TransactionPooler(process, port, database.name());
    pooler.awaitListening(folder);
    return pooler;
  }

  /// The connection string of the database through the pooler.
  public String url() {
    return "postgresql://postgres@127.0.0.1:%d/%s?sslmode=disable".formatted(port, database);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String settings(TestPostgres.Database database, int port, Path users) {
    return """
    [databases]
    * = host=127.0.0.1 port=%d pool_size=1
    [pgbouncer]
    listen_addr = 127.0.0.1
    listen_port = %d
    unix_socket_dir =
    auth_type = trust
    auth_file = %s
    pool_mode = transaction
    ignore_startup_parameters = extra_float_digits
    """
        .formatted(URI.create(database.url()).getPort(), port, users);
  }

  /// PgBouncer refuses to run as root.
  private static List<String> command(Path settings) {
    var command = List.of("pgbouncer", "-q", settings.toString());
    return System.getProperty("user.name").equals("root")
        ? Stream.concat(Stream.of("setpriv", "--reuid=65534"), command.stream()).toList()
        : command;
  }

  private void awaitListening(Path folder) throws IOException, InterruptedException {
    var end = Instant.now().plus(PATIENCE);
    while (!listens()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        close();
        throw new IOException(
            "pgbouncer does not start: " + Files.readString(folder.resolve("pgbouncer.log")));
      }
      Thread.sleep(20);
    }
  }

  private boolean listens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbouncer")));
  }
}
