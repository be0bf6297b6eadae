package org.rollcall.intercom;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.rollcall.transport.BytesInFlight;
import org.rollcall.transport.DeadEnd;
import org.rollcall.transport.TooLarge;

/// Sends calls over HTTP. It follows no redirect, because a redirect would take the token to
/// another server.
///
/// It speaks HTTP/1.1 with one call at a time per connection, so that a broken connection affects
/// only one call.
public final class HttpWire implements Wire, AutoCloseable {
  private final Connection connection;
  private final BytesInFlight inFlight;
  private final HttpClient client;
  private final DeadEnd deadEnd;

  public HttpWire(Connection connection) {
    this(connection, BytesInFlight.OF_THIS_PROCESS);
  }

  /// @param inFlight how many bytes of answers may be in memory at once
  HttpWire(Connection connection, BytesInFlight inFlight) {
    this.connection = connection;
    this.inFlight = inFlight;
    this.deadEnd = new DeadEnd(connection.base(), "intercom.region, or INTERCOM_API_URL");
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connection.connectTimeout())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public WireAnswer exchange(Call call) throws InterruptedException {
    return exchange(call, Function.identity());
  }

  @Override
  public <T> T exchange(Call call, Function<WireAnswer, T> read) throws InterruptedException {
    try (var room = inFlight.room()) {
      return read.apply(answer(call, room));
    }
  }

  /// Waits for the whole answer. The client's own timeout covers only the headers, so this method
  /// limits the wait.
  private WireAnswer answer(Call call, BytesInFlight.Room room) throws InterruptedException {
    var answer = client.sendAsync(request(call), room.bounding(BodyHandlers.ofString()));
    try {
      var whole = answer.get(connection.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
      deadEnd.answered();
      return whole(whole);
    } catch (TimeoutException _) {
      return new WireAnswer.CutOff(
          "no whole answer came within %d ms".formatted(connection.answerTimeout().toMillis()));
    } catch (ExecutionException failed) {
      return failed(Objects.requireNonNullElse(failed.getCause(), failed));
    } finally {
      answer.cancel(true);
    }
  }

  /// Aborts the calls in flight.
  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest request(Call call) {
    var publisher = call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
    var request =
        HttpRequest.newBuilder(connection.address(call.path()))
            .method(call.method().name(), publisher)
            .header("Authorization", connection.token().bearer())
            .header("Accept", "application/json")
            .header("Intercom-Version", connection.version())
            .header("User-Agent", connection.userAgent());
    call.body().ifPresent(_ -> request.header("Content-Type", "application/json"));
    return request.build();
  }

  private WireAnswer whole(HttpResponse<String> response) {
    return new WireAnswer.Whole(
        response.statusCode(), Headers.of(firsts(response.headers().map())), readable(response));
  }

  /// Error texts go into logs and reports, so they must not contain the token.
  private String readable(HttpResponse<String> response) {
    return response.statusCode() < 400
        ? response.body()
        : connection.token().conceal(response.body());
  }

  private static Map<String, String> firsts(Map<String, java.util.List<String>> headers) {
    return headers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().getFirst()));
  }

  private WireAnswer failed(Throwable failure) {
    return deadEnd
        .of(failure)
        .<WireAnswer>map(WireAnswer.DeadEnd::new)
        .orElseGet(() -> broken(failure));
  }

  /// Java's own message is not passed on: it may quote what was sent.
  private static WireAnswer broken(Throwable failure) {
    return switch (failure) {
      case TooLarge large -> new WireAnswer.CutOff(large.why());
      case HttpConnectTimeoutException _ ->
          new WireAnswer.NeverSent("no connection was made in time");
      case ConnectException _ -> new WireAnswer.NeverSent("no connection could be made");
      case SSLHandshakeException _ ->
          new WireAnswer.NeverSent("no trusted connection could be made");
      case SSLException _ -> new WireAnswer.CutOff("the encrypted connection broke");
      case Throwable _ -> new WireAnswer.CutOff("the connection broke");
    };
  }
}
