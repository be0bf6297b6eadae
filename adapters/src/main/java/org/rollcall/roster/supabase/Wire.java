package org.rollcall.roster.supabase;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.rollcall.roster.Attempt;
import org.rollcall.transport.BytesInFlight;
import org.rollcall.transport.TooLarge;

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
    private final transient Duration took;

    /// @param took the time that is known to have passed
    Unanswered(String why, Duration took, Throwable cause) {
      super(why, cause);
      this.why = why;
      this.took = took;
    }

    /// Whether the answer was larger than there is room for.
    boolean isTooLarge() {
      return getCause() instanceof TooLarge;
    }

    /// The try that failed.
    <T> Attempt<T> attempt() {
      return new Attempt.Passing<>(why, Duration.ZERO, Optional.of(this), took);
    }
  }

  /// What `read` makes of the whole answer, whatever its status. The client's own timeout covers
  /// only the headers, so this method limits the wait.
  ///
  /// @throws Unanswered when no answer comes in time
  <T> T send(HttpRequest request, Function<HttpResponse<String>, T> read)
      throws Unanswered, InterruptedException {
    try (var room = BytesInFlight.OF_THIS_PROCESS.room()) {
      return read.apply(answer(client.sendAsync(request, room.bounding(BodyHandlers.ofString()))));
    }
  }

  private HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> answer)
      throws Unanswered, InterruptedException {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      var why = "no whole answer came within %d s".formatted(timeout.toSeconds());
      throw new Unanswered(why, timeout, late);
    } catch (ExecutionException failed) {
      var cause = Objects.requireNonNullElse(failed.getCause(), failed);
      throw new Unanswered(why(cause), Duration.ZERO, cause);
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
      case TooLarge large -> large.why();
      case ConnectException _ -> "no connection could be made to it";
      case IOException _ when failure.getMessage() == null -> "the connection broke";
      case IOException _ -> "the connection broke (%s)".formatted(failure.getMessage());
      default -> "it could not be asked";
    };
  }
}
