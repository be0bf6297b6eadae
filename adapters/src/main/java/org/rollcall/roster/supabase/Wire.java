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
import org.rollcall.roster.Stops;
import org.rollcall.run.RunStopped;
import org.rollcall.transport.BytesInFlight;
import org.rollcall.transport.DeadEnd;
import org.rollcall.transport.TooLarge;

/// Sends requests. It follows no redirect, because a redirect would take the key to another server.
///
/// Until the server has answered once, a failure that no retry mends stops the run. After that, the
/// address is right, and whatever fails may pass.
final class Wire implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .build();
  private final Duration timeout;
  private final DeadEnd deadEnd;
  private volatile boolean answered;

  Wire(SupabaseProject project) {
    this.timeout = project.timeout();
    this.deadEnd = new DeadEnd(project.url(), "SUPABASE_URL");
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
  /// @throws RunStopped when none will come, however often it is asked for
  <T> T send(HttpRequest request, Function<HttpResponse<String>, T> read)
      throws Unanswered, InterruptedException {
    try (var room = BytesInFlight.OF_THIS_PROCESS.room()) {
      return read.apply(answer(client.sendAsync(request, room.bounding(BodyHandlers.ofString()))));
    }
  }

  private HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> answer)
      throws Unanswered, InterruptedException {
    try {
      var whole = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      answered = true;
      return whole;
    } catch (TimeoutException late) {
      var why = "no whole answer came within %d s".formatted(timeout.toSeconds());
      throw new Unanswered(why, timeout, late);
    } catch (ExecutionException failed) {
      var cause = Objects.requireNonNullElse(failed.getCause(), failed);
      refuseDeadEnd(cause);
      throw new Unanswered(why(cause), Duration.ZERO, cause);
    } finally {
      answer.cancel(true);
    }
  }

  private void refuseDeadEnd(Throwable cause) {
    if (!answered) {
      deadEnd
          .of(cause)
          .ifPresent(sentence -> {
            throw Stops.failed(sentence);
          });
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
