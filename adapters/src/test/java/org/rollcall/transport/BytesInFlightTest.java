package org.rollcall.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BytesInFlightTest {
  private static final int KILOBYTE = 1 << 10;

  private final BytesInFlight bytes = new BytesInFlight(64 * KILOBYTE, 1_024 * KILOBYTE);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          var parts = exchange.getRequestURI().getPath().split("/");
          int size = Integer.parseInt(parts[2]) * KILOBYTE;
          exchange.sendResponseHeaders(200, parts[1].equals("told") ? size : 0);
          try (var body = exchange.getResponseBody()) {
            write(body, size);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    server.stop(0);
  }

  @Test
  void a_body_within_the_limit_comes_whole() throws Exception {
    assertThat(get("told/1000")).isEqualTo(1_000 * KILOBYTE);
    assertThat(get("untold/1000")).isEqualTo(1_000 * KILOBYTE);
  }

  @Test
  void a_body_beyond_the_limit_is_refused_whether_it_says_so_or_not() {
    assertThatThrownBy(() -> get("told/1025")).hasStackTraceContaining("larger than 1 MB");
    assertThatThrownBy(() -> get("untold/50000")).hasStackTraceContaining("larger than 1 MB");
  }

  @Test
  void large_bodies_come_one_after_the_other_and_all_of_them_come() throws Exception {
    var reading = new AtomicInteger();
    var most = new AtomicInteger();
    Callable<Integer> call =
        () -> {
          try (var room = bytes.room()) {
            var answer =
                client.send(request("untold/900"), room.bounding(BodyHandlers.ofByteArray()));
            most.accumulateAndGet(reading.incrementAndGet(), Math::max);
            Thread.sleep(5);
            reading.decrementAndGet();
            return answer.body().length;
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Callable<Integer>>();
      for (int each = 0; each < 16; each++) {
        calls.add(call);
      }
      for (var ended : threads.invokeAll(calls)) {
        assertThat(ended.get()).isEqualTo(900 * KILOBYTE);
      }
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void who_gives_up_gives_the_room_back() throws Exception {
    var first = bytes.room();
    assertThat(first.take(100 * KILOBYTE)).isTrue();
    var second = bytes.room();
    var waiting = Thread.ofVirtual().start(() -> assertThatRoomIsRefused(second));
    second.close();
    waiting.join();
    first.close();
    try (var third = bytes.room()) {
      assertThat(third.take(100 * KILOBYTE)).isTrue();
    }
  }

  private static void assertThatRoomIsRefused(BytesInFlight.Room room) {
    try {
      assertThat(room.take(100 * KILOBYTE)).isFalse();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private int get(String path) throws IOException, InterruptedException {
    try (var room = bytes.room()) {
      return client.send(request(path), room.bounding(BodyHandlers.ofByteArray())).body().length;
    }
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path)))
        .build();
  }

  private static void write(OutputStream body, int size) throws IOException {
    var chunk = new byte[KILOBYTE];
    for (int written = 0; written < size; written += chunk.length) {
      body.write(chunk);
    }
  }
}
