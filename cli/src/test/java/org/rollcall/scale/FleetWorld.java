package org.rollcall.scale;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.rollcall.model.Rate;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.LivedInWorkspace;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.WireRequest;
import org.rollcall.sandbox.WireResult;
import org.rollcall.sandbox.World;
import tools.jackson.databind.json.JsonMapper;

/// The workspaces and rosters of many syncs, answered from memory by one process. All quiet
/// workspaces are one world under many names, whose answers are made once; a few have a world of
/// their own, and rosters that change from night to night.
final class FleetWorld implements AutoCloseable {
  private static final int PAGE = 1000;
  private static final Pattern AFTER = Pattern.compile("membernumber(?:%22|\")?=gt\\.(\\d+)");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SHARED = "fleet";
  private static final Rate UNLIMITED = new Rate(100_000_000, Duration.ofSeconds(10));

  private final int changing;
  private final int members;
  private final Duration latency;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<SandboxIntercom> worlds = new ArrayList<>();
  private final List<HttpServer> servers = new ArrayList<>();
  private final HttpServer roster;
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
  private volatile boolean settled;
  private final AtomicInteger night = new AtomicInteger();

  /// @param changing how many workspaces have a world of their own; the first ones
  /// @param latency the least time of an answer
  /// @param rate of the workspaces that change. The others have none: their settings keep to it.
  FleetWorld(int workspaces, int changing, int members, Duration latency, Rate rate)
      throws IOException {
    this.changing = changing;
    this.members = members;
    this.latency = latency;
    var wanted = NightWorld.wanted(members);
    for (int each = 0; each <= changing; each++) {
      var own = each < changing;
      var world =
          World.withAttributes(
              new SandboxWorkspace(own ? id(each) : SHARED, "Club", "US", SHARED),
              List.of("member_type", "region", "facility", "positions"));
      LivedInWorkspace.fill(world, wanted, Instant.now(), 1);
      worlds.add(
          new SandboxIntercom(
              world,
              Behaviour.DEFAULT,
              own ? rate : UNLIMITED,
              Faults.none(),
              InstantSource.system()));
    }
    for (int each = 0; each < workspaces; each++) {
      int workspace = each;
      servers.add(serve(exchange -> answerIntercom(exchange, workspace)));
    }
    this.roster = serve(this::answerRoster);
  }

  private static String id(int workspace) {
    return SHARED + "-" + workspace;
  }

  private HttpServer serve(HttpHandler handler) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
    return server;
  }

  URI intercom(int workspace) {
    return uri(servers.get(workspace));
  }

  /// The address of the roster of a workspace.
  String roster(int workspace) {
    return uri(roster) + (workspace < changing ? "/changing" : "/quiet");
  }

  private static URI uri(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// The worlds are as the rosters want them; what quiet workspaces answer is kept from now on.
  void settle() {
    settled = true;
  }

  /// Every 400th member of the rosters that change has another name from now on.
  void nextNight() {
    night.incrementAndGet();
  }

  /// How many calls were refused because of a rate.
  long refusals() {
    return worlds.stream().mapToLong(intercom -> intercom.log().answered(429)).sum();
  }

  private void answerIntercom(HttpExchange exchange, int workspace) throws IOException {
    try (exchange) {
      Thread.sleep(latency);
      var request = request(exchange);
      if (workspace < changing) {
        send(exchange, worlds.get(workspace), request);
      } else if (request.target().startsWith("/me") || !settled) {
        send(exchange, worlds.getLast(), request, SHARED, id(workspace));
      } else {
        var asked = request.method() + " " + request.target() + " " + request.body();
        var kept = answers.computeIfAbsent(asked, _ -> body(worlds.getLast(), request));
        send(exchange, 200, kept);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static WireRequest request(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    headers.put("Authorization", "Bearer " + SHARED);
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new WireRequest(
        exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
  }

  private static byte[] body(SandboxIntercom intercom, WireRequest request) {
    if (intercom.handle(request) instanceof WireResult.Answered(var response)
        && response.status() == 200) {
      return response.body().getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalStateException("A quiet workspace was asked " + request.target());
  }

  private static void send(HttpExchange exchange, SandboxIntercom intercom, WireRequest request)
      throws IOException {
    send(exchange, intercom, request, "", "");
  }

  /// @param name what is called `other` in the answer
  private static void send(
      HttpExchange exchange,
      SandboxIntercom intercom,
      WireRequest request,
      String name,
      String other)
      throws IOException {
    if (intercom.handle(request) instanceof WireResult.Answered(var response)) {
      response.headers().forEach(exchange.getResponseHeaders()::set);
      var text =
          name.isEmpty()
              ? response.body()
              : response.body().replace("\"" + name + "\"", "\"" + other + "\"");
      send(exchange, response.status(), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private void answerRoster(HttpExchange exchange) throws IOException {
    try (exchange) {
      Thread.sleep(latency);
      var asked = exchange.getRequestURI().toString();
      var changed = asked.startsWith("/changing") ? night.get() : 0;
      int from = from(asked);
      int to = asked.contains("/members?") ? Math.min(from + PAGE, members) : from;
      var body =
          pages.computeIfAbsent(
              "%d %d %d %s".formatted(changed, from, to, asked.contains("email")),
              _ -> page(from, to, asked.contains("email"), changed));
      exchange
          .getResponseHeaders()
          .set("Content-Range", to == from ? "*/0" : "0-%d/%d".formatted(to - from - 1, members));
      send(exchange, 200, body);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static int from(String asked) {
    var after = AFTER.matcher(asked);
    return after.find()
        ? Integer.parseInt(after.group(1)) - Integer.parseInt(Club.number(0)) + 1
        : 0;
  }

  private static byte[] page(int from, int to, boolean whole, int night) {
    return JSON.writeValueAsBytes(
        IntStream.range(from, to)
            .mapToObj(
                index -> whole ? row(index, night) : Map.of("membernumber", Club.number(index)))
            .toList());
  }

  private static Map<String, ?> row(int index, int night) {
    var row = new TreeMap<String, Object>(Club.memberAsServed(index).row());
    if (night > 0 && index % 400 == 0) {
      row.put("lastname", "Renamed" + night);
    }
    return row;
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    roster.stop(0);
    threads.shutdownNow();
  }
}
