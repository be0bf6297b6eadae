package org.rollcall.sandbox;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves a [SandboxIntercom] over HTTP on the loopback address.
///
/// Two pages of its own need no token and do not count against the rate limit: `/_sandbox/requests`
/// and `/_sandbox/contacts`.
public final class SandboxServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  static {
    // Without it every answer on a kept connection waits 40 ms for the acknowledgement of the
    // client.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /// Waits use this latch instead of sleeping, so that closing ends every wait.
  private final CountDownLatch closing = new CountDownLatch(1);

  private final SandboxIntercom intercom;
  private final Duration latency;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SandboxServer(SandboxIntercom intercom, HttpServer server, Duration latency) {
    this.intercom = intercom;
    this.server = server;
    this.latency = latency;
  }

  /// Starts serving.
  ///
  /// @param port where to listen; 0 for any free port
  /// @param latency the minimum duration of every answer
  /// @throws UncheckedIOException when the port is not available
  public static SandboxServer start(SandboxIntercom intercom, int port, Duration latency) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var sandbox = new SandboxServer(intercom, HttpServer.create(address, BACKLOG), latency);
      sandbox.serve();
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot listen on port " + port + ".", e);
    }
  }

  /// The base address for a client: `http://127.0.0.1:4010`.
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// The Intercom stand-in that answers.
  public SandboxIntercom intercom() {
    return intercom;
  }

  /// Stops at once; hanging calls are dropped.
  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve() {
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = request(exchange);
      if (InspectionPages.concern(request)) {
        write(exchange, InspectionPages.show(request, intercom));
      } else {
        act(exchange, intercom.handle(request));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Closing an exchange without an answer closes its connection.
  private void act(HttpExchange exchange, WireResult result)
      throws IOException, InterruptedException {
    closing.await(latency.toNanos(), NANOSECONDS);
    switch (result) {
      case WireResult.Answered(var response) -> write(exchange, response);
      case WireResult.Reset() -> {}
      case WireResult.Hung() -> closing.await();
    }
  }

  private static WireRequest request(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var target = exchange.getRequestURI().toString();
    return new WireRequest(exchange.getRequestMethod(), target, headers, body);
  }

  private static void write(HttpExchange exchange, WireResponse response) throws IOException {
    response.headers().forEach(exchange.getResponseHeaders()::set);
    var body = response.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(response.status(), body.length);
    exchange.getResponseBody().write(body);
  }
}
