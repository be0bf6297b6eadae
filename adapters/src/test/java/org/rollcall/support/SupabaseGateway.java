package org.rollcall.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The gateway in front of a project's REST API, as Supabase has it. It requires an `apikey`, turns
/// a secret key into a token, removes `/rest/v1`, and passes the rest on to PostgREST. It fails on
/// request.
public final class SupabaseGateway implements AutoCloseable {
  private static final String PREFIX = "/rest/v1";
  private static final List<String> PASSED_ON =
      List.of("Accept", "Accept-Profile", "Prefer", "Range", "Range-Unit");
  private static final List<String> PASSED_BACK =
      List.of("Content-Type", "Content-Range", "Content-Location", "Preference-Applied");

  private final HttpServer server;
  private final URI upstream;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Fault> script = new ArrayDeque<>();
  private Fault otherwise = Faults.NONE;
  private final List<Seen> seen = new ArrayList<>();

  private SupabaseGateway(HttpServer server, URI upstream) {
    this.server = server;
    this.upstream = upstream;
  }

  /// A request that the gateway received.
  ///
  /// @param query the raw query, still encoded
  public record Seen(
      String method, String path, String query, com.sun.net.httpserver.Headers headers) {}

  /// How the gateway handles one request.
  @FunctionalInterface
  public interface Fault {
    /// @param onward passes the request on and returns the answer
    void meet(HttpExchange exchange, Onward onward) throws IOException, InterruptedException;
  }

  /// Passes a request on.
  @FunctionalInterface
  public interface Onward {
    /// PostgREST's answer.
    HttpResponse<byte[]> ask() throws IOException, InterruptedException;
  }

  /// Starts a gateway in front of `upstream`.
  public static SupabaseGateway before(URI upstream) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var gateway = new SupabaseGateway(server, upstream);
    server.createContext("/", gateway::handle);
    server.setExecutor(gateway.threads);
    server.start();
    return gateway;
  }

  /// The project's base address.
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Handles the next requests with these faults, one each; later requests are passed on.
  public synchronized void next(Fault... faults) {
    script.addAll(List.of(faults));
  }

  /// From now on, handles every request with `fault` after the faults of [#next].
  public synchronized void always(Fault fault) {
    otherwise = fault;
  }

  /// The requests so far.
  public synchronized List<Seen> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }

  private synchronized Fault register(HttpExchange exchange) {
    var uri = exchange.getRequestURI();
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            uri.getPath(),
            Optional.ofNullable(uri.getRawQuery()).orElse(""),
            exchange.getRequestHeaders()));
    return Optional.ofNullable(script.poll()).orElse(otherwise);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      register(exchange).meet(exchange, () -> passOn(exchange));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> passOn(HttpExchange exchange)
      throws IOException, InterruptedException {
    return client.send(request(exchange), BodyHandlers.ofByteArray());
  }

  private HttpRequest request(HttpExchange exchange) {
    var uri = exchange.getRequestURI();
    var rest = uri.getRawPath().substring(PREFIX.length());
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    var request =
        HttpRequest.newBuilder(upstream.resolve(rest + query))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
    PASSED_ON.forEach(name ->
        Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
            .ifPresent(value -> request.header(name, value)));
    bearer(exchange).ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request.build();
  }

  /// A secret key becomes a service role's token, a publishable key becomes no token, and a token
  /// is passed on.
  private static Optional<String> bearer(HttpExchange exchange) {
    var key = exchange.getRequestHeaders().getFirst("apikey");
    if (key.equals(Tokens.SECRET_KEY)) {
      return Optional.of(Tokens.SERVICE_ROLE);
    }
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .map(header -> header.replaceFirst("^Bearer ", ""))
        .filter(token -> !key.startsWith("sb_"));
  }

  /// Sends `response` back as it is.
  static void passBack(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
    PASSED_BACK.forEach(name ->
        response
            .headers()
            .firstValue(name)
            .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
    send(exchange, response.statusCode(), response.body());
  }

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    var head = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  /// The gateway's own refusal; empty if the request may pass.
  static Optional<String> refusal(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    var key = headers.getFirst("apikey");
    if (key == null) {
      return Optional.of(
          """
          {"message":"No API key found in request","hint":"No `apikey` request header or url param was found."}\
          """);
    }
    if (key.startsWith("sb_secret_") && headers.getFirst("User-Agent").contains("Mozilla")) {
      return Optional.of("{\"message\":\"Forbidden use of secret API key in browser\"}");
    }
    if (key.startsWith("sb_") && headers.containsKey("Authorization")) {
      return Optional.of("{\"message\":\"Invalid API key\"}");
    }
    var known =
        List.of(Tokens.SECRET_KEY, Tokens.PUBLISHABLE_KEY, Tokens.SERVICE_ROLE, Tokens.ANON);
    return known.contains(key) || key.startsWith("ey")
        ? Optional.empty()
        : Optional.of("{\"message\":\"Invalid API key\"}");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
