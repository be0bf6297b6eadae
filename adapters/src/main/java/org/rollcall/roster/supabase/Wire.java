package org.rollcall.roster.supabase;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.roster.Attempt;
import org.rollcall.roster.Patience;
import org.rollcall.roster.Stops;
import org.rollcall.run.RunEvent;
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

  /// Shorter waits are ordinary.
  private static final Duration WORTH_TELLING = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .build();
  private final Duration timeout;
  private final Duration budget;
  private final DeadEnd deadEnd;
  private final Consumer<RunEvent> events;
  private final AtomicBoolean told = new AtomicBoolean();

  /// @param events told once that an answer is late, and how long it is waited for
  Wire(SupabaseProject project, Patience patience, Consumer<RunEvent> events) {
    this.timeout = project.timeout();
    this.budget = patience.budget();
    this.deadEnd = new DeadEnd(project.url(), "SUPABASE_URL");
    this.events = events;
  }

  /// No answer came.
  static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;
    private final transient Duration took;
    private final String hint;

    /// @param took the time that is known to have passed
    /// @param hint what may be behind it; `""` for nothing
    Unanswered(String why, Duration took, String hint, Throwable cause) {
      super(why, cause);
      this.why = why;
      this.took = took;
      this.hint = hint;
    }

    /// Whether the answer was larger than there is room for.
    boolean isTooLarge() {
      return getCause() instanceof TooLarge;
    }

    /// The try that failed.
    <T> Attempt<T> attempt() {
      return new Attempt.Passing<>(why, Duration.ZERO, Optional.of(this), took, hint);
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
      var whole = awaited(answer);
      deadEnd.answered();
      return whole;
    } catch (TimeoutException late) {
      throw late(late);
    } catch (ExecutionException failed) {
      var cause = Objects.requireNonNullElse(failed.getCause(), failed);
      refuseDeadEnd(cause);
      throw cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)
          ? late(cause)
          : new Unanswered(why(cause), Duration.ZERO, "", cause);
    } finally {
      answer.cancel(true);
    }
  }

  private HttpResponse<String> awaited(CompletableFuture<HttpResponse<String>> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (timeout.compareTo(WORTH_TELLING) <= 0) {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
    try {
      return answer.get(WORTH_TELLING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      tell();
      var rest = timeout.minus(WORTH_TELLING);
      return answer.get(rest.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void tell() {
    if (told.compareAndSet(false, true)) {
      events.accept(
          new RunEvent.Warned(
              "Supabase has not answered for %d s; a table may be locked, or the query is slow. Rollcall waits %d s for an answer, and begins no other try after %d s."
                  .formatted(WORTH_TELLING.toSeconds(), timeout.toSeconds(), budget.toSeconds())));
    }
  }

  private Unanswered late(Throwable cause) {
    var why = "no whole answer came within %d s".formatted(timeout.toSeconds());
    return new Unanswered(why, timeout, Locks.HINT, cause);
  }

  private void refuseDeadEnd(Throwable cause) {
    deadEnd
        .of(cause)
        .ifPresent(sentence -> {
          throw Stops.failed(sentence);
        });
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
