package org.rollcall.notify;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Sends requests over HTTP. It follows no redirect, because a signature or a secret address is for
/// one receiver.
///
/// Thread-safe.
public final class Post implements AutoCloseable {
  private final HttpClient client;
  private final Duration patience;
  private final String userAgent;

  /// @param patience how long to wait for a connection, and then for an answer
  public Post(Duration patience, String userAgent) {
    this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    this.patience = patience;
    this.userAgent = userAgent;
  }

  void json(URI to, String body, Map<String, String> headers)
      throws Undelivered, InterruptedException {
    var request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    send(request);
  }

  /// Sends a GET request, which needs an answer with a 2xx status.
  void ping(URI to) throws Undelivered, InterruptedException {
    send(HttpRequest.newBuilder(to).GET());
  }

  /// Only the status counts. The body is not read, so that no receiver can go on with it for ever.
  /// The JDK's messages may contain the address, which is often secret, so they are not passed on.
  private void send(HttpRequest.Builder request) throws Undelivered, InterruptedException {
    var asked = request.timeout(patience).header("User-Agent", userAgent).build();
    try {
      int status = status(client.send(asked, BodyHandlers.ofInputStream()));
      if (status < 200 || status > 299) {
        throw new Undelivered("it answered %d".formatted(status));
      }
    } catch (IOException trouble) {
      throw new Undelivered(words(trouble));
    }
  }

  private static int status(HttpResponse<InputStream> answer) throws IOException {
    answer.body().close();
    return answer.statusCode();
  }

  private String words(IOException trouble) {
    return switch (trouble) {
      case HttpTimeoutException _ -> "no answer within %d s".formatted(patience.toSeconds());
      case ConnectException unnamed when isUnresolved(unnamed) -> "no DNS server knows its name";
      case ConnectException _ -> "nobody listens there";
      case SSLException _ -> "no encrypted connection could be made";
      default -> "the connection broke";
    };
  }

  private static boolean isUnresolved(Throwable trouble) {
    return Stream.iterate(trouble, Objects::nonNull, Throwable::getCause)
        .anyMatch(UnresolvedAddressException.class::isInstance);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
