package org.rollcall.roster.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;
import org.rollcall.run.RunStopped;
import org.rollcall.support.Reading;
import org.rollcall.support.RecordingWaiter;

/// A server that does not do what it is asked is not asked for ever.
class StuckPagesTest {
  private final AtomicInteger requests = new AtomicInteger();
  private final RecordingWaiter waiter = new RecordingWaiter();
  private IntFunction<String> members = _ -> rows(0);
  private IntFunction<String> joined = _ -> "[]";
  private long total = 300;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/rest/v1/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_list_of_everybody_whose_filter_is_ignored_stops_the_run() {
    assertThatThrownBy(() -> roster(List.of()).everybody(_ -> {}))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("ends with a membernumber that was read already");
    assertThat(requests).hasValue(2);
  }

  @Test
  void members_whose_filter_is_ignored_stop_the_run() {
    assertThatThrownBy(() -> Reading.of(roster(List.of())))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("ends with a membernumber that was read already");
    assertThat(requests).hasValue(2);
  }

  @Test
  void joined_rows_whose_filter_is_ignored_stop_the_run() {
    joined = _ -> "[{\"id\": 1, \"membernumber\": \"1\", \"title\": \"President\"}]";
    var positions =
        new Join.Many(
            "positions",
            "positions",
            "membernumber",
            "id",
            new TreeMap<>(Map.of("title", ColumnType.TEXT)));
    assertThatThrownBy(() -> Reading.of(roster(List.of(positions))))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("The pages of positions do not get on");
    assertThat(requests).hasValueLessThan(5);
  }

  @Test
  void pages_that_go_on_far_beyond_their_count_stop_the_run() {
    members = StuckPagesTest::rows;
    assertThatThrownBy(() -> roster(List.of()).everybody(_ -> {}))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("do not end");
    assertThatThrownBy(() -> Reading.of(roster(List.of())))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("do not end");
    assertThat(requests).hasValueLessThan(250);
  }

  @Test
  void a_page_with_too_many_bytes_is_asked_for_with_fewer_rows() throws InterruptedException {
    total = 2;
    members =
        call ->
            call == 1
                ? "x".repeat(17 << 20)
                : call == 2 ? "[{\"membernumber\":\"1\"},{\"membernumber\":\"2\"}]" : "[]";
    assertThat(roster(List.of()).read(OptionalInt.empty(), _ -> {}, _ -> {})).isEqualTo(3);
    assertThat(waiter.waits()).hasSize(1);
  }

  private SupabaseRoster roster(List<Join> joins) {
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    var query =
        new RosterQuery(
            "public",
            "members",
            "membernumber",
            new TreeMap<>(Map.of("membernumber", ColumnType.TEXT)),
            List.of(),
            joins);
    return new SupabaseRoster(SupabaseProject.of(url, "sb_secret_x", "Rollcall"), query, waiter);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int call = requests.incrementAndGet();
      var table = exchange.getRequestURI().getPath();
      var body = (table.endsWith("members") ? members : joined).apply(call);
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Range", "0-99/" + total);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String rows(int page) {
    return IntStream.range(page * 100, page * 100 + 100)
        .mapToObj("{\"membernumber\":\"%08d\"}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
