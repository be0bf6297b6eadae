package org.rollcall.roster.supabase;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends requests. It follows no redirect, because a redirect would take the key to another server.
final class Wire implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .build();
  private final Duration timeout;

  Wire(Duration timeout) {
    this.timeout = timeout;
  }

  /// No answer came.
  static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    Unanswered(String why, Throwable cause) {
      super(why, cause);
      this.why = why;
    }

    /// The reason, as the part of a sentence that follows "because".
    String why() {
      return why;
    }
  }

  /// The whole answer, whatever its status. The client's own timeout covers only the headers, so
  /// this method limits the wait.
  ///
  /// @throws Unanswered when no answer comes in time
  HttpResponse<String> send(HttpRequest request) throws Unanswered, InterruptedException {
    var answer = client.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new Unanswered("no whole answer came within %d s".formatted(timeout.toSeconds()), late);
    } catch (ExecutionException failed) {
      var cause = Objects.requireNonNullElse(failed.getCause(), failed);
      throw new Unanswered(why(cause), cause);
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static String why(Throwable failure) {
    return switch (failure) {
      case ConnectException _ -> "no connection could be made to it";
      case IOException _ when failure.getMessage() == null -> "the connection broke";
      case IOException _ -> "the connection broke (%s)".formatted(failure.getMessage());
      default -> "it could not be asked";
    };
  }
}
