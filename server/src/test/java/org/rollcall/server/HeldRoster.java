package org.rollcall.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/// A roster whose answers can be held back, so that a run goes on as long as a test needs it.
final class HeldRoster implements AutoCloseable {
  private static final List<String> TOLD = List.of("content-type", "content-range");

  private final URI roster;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Phaser gate = new Phaser(1);
  private boolean held;

  private HeldRoster(URI roster, HttpServer server) {
    this.roster = roster;
    this.server = server;
  }

  static HeldRoster before(URI roster) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    var gated = new HeldRoster(roster, server);
    server.createContext("/", gated::pass);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return gated;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized void hold() {
    held = true;
  }

  synchronized void release() {
    held = false;
    gate.arrive();
  }

  private synchronized int phase() {
    return held ? gate.getPhase() : -1;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      int phase = phase();
      if (phase >= 0) {
        gate.awaitAdvance(phase);
      }
      var request = HttpRequest.newBuilder(roster.resolve(exchange.getRequestURI()));
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> {
            if (List.of("accept", "prefer", "range", "accept-profile")
                .contains(name.toLowerCase(Locale.ROOT))) {
              values.forEach(value -> request.header(name, value));
            }
          });
      var answer =
          client.send(
              request
                  .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach((name, values) -> {
            if (TOLD.contains(name)) {
              exchange.getResponseHeaders().put(name, values);
            }
          });
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    client.close();
  }
}
