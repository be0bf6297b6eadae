package org.rollcall.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Sends one message and waits a moment for it to be taken. Nothing of the address is told but its
/// host: the rest may be a secret. Safe for many threads.
final class Post implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// @return why it was not taken; empty where it was
  Optional<String> send(String url, String body, Map<String, String> headers)
      throws InterruptedException {
    var address = URI.create(url);
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
      return status / 100 == 2
          ? Optional.empty()
          : Optional.of("%s answered HTTP %d".formatted(address.getHost(), status));
    } catch (IOException failed) {
      return Optional.of(
          "%s could not be reached (%s)"
              .formatted(address.getHost(), failed.getClass().getSimpleName()));
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
