package org.rollcall.notify;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Receives messages over HTTP, and fails on request.
public final class Receiver implements AutoCloseable {
  /// A request that it received.
  public record Received(String path, Headers headers, String body) {}

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Habit habit = exchange -> exchange.sendResponseHeaders(200, -1);

  private interface Habit {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.setExecutor(threads);
    server.start();
  }

  /// The address of `path`.
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }

  public List<Received> received() {
    return received;
  }

  public void answers(int status) {
    habit = exchange -> exchange.sendResponseHeaders(status, -1);
  }

  /// Redirects all requests to `path`.
  public void redirects(String path) {
    habit =
        exchange -> {
          exchange.getResponseHeaders().set("Location", uri(path).toString());
          exchange.sendResponseHeaders(307, -1);
        };
  }

  /// Never answers.
  public void hangs() {
    habit = _ -> closing.await();
  }

  /// Sends headers, but not the body that they promise.
  public void hangsInTheBody() {
    habit =
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().flush();
          closing.await();
        };
  }

  /// Closes the connection without an answer.
  public void breaksOff() {
    habit = HttpExchange::close;
  }

  private void receive(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
    try (exchange) {
      habit.answer(exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
