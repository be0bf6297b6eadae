package org.rollcall.scale;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.rollcall.mapping.Projected;
import org.rollcall.mapping.Projection;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.Rate;
import org.rollcall.model.Wanted;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.LivedInWorkspace;
import org.rollcall.sandbox.SampleSettings;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.settings.SettingsText;
import tools.jackson.databind.json.JsonMapper;

/// A roster over REST and a workspace that has lived with it, in a process of their own: what
/// `bench/night` measures a run against. Prints the environment of a run, then serves until it is
/// ended.
final class NightWorld {
  private static final int PAGE = 1000;
  private static final Pattern AFTER = Pattern.compile("membernumber(?:%22|\")?=gt\\.(\\d+)");
  private static final JsonMapper JSON = new JsonMapper();

  private final int members;
  private final Duration latency;

  private NightWorld(int members, Duration latency) {
    this.members = members;
    this.latency = latency;
  }

  /// @param arguments how many members, and how many milliseconds an answer takes at least
  public static void main(String[] arguments) throws Exception {
    int members = Integer.parseInt(arguments[0]);
    var latency = Duration.ofMillis(Long.parseLong(arguments[1]));
    var attributes = List.of("member_type", "region", "facility", "positions");
    var world = World.withAttributes(SandboxWorkspace.sandbox("bench"), attributes);
    LivedInWorkspace.fill(world, wanted(members), Instant.now(), 1);
    var rate = new Rate(1667, Duration.ofSeconds(10));
    var intercom =
        new SandboxIntercom(world, Behaviour.DEFAULT, rate, Faults.none(), InstantSource.system());
    var server = SandboxServer.start(intercom, 0, latency);
    int roster = new NightWorld(members, latency).serve();
    System.out.printf(
        "SUPABASE_URL=http://127.0.0.1:%d SUPABASE_SERVICE_ROLE_KEY=bench"
            + " INTERCOM_API_URL=%s INTERCOM_ACCESS_TOKEN=bench%n",
        roster, server.uri());
  }

  static List<Wanted> wanted(int members) {
    var projection = projection();
    var today = LocalDate.now(ZoneOffset.UTC);
    return IntStream.range(0, members)
        .mapToObj(index -> projection.project(Club.memberAsServed(index), today))
        .map(Projected.Ready.class::cast)
        .map(Projected.Ready::wanted)
        .toList();
  }

  private static Projection projection() {
    return SyncDefinition.read(
            new SettingsText(SampleSettings.NAME, SampleSettings.text()),
            Map.of("DATABASE_URL", "postgres://h/d"))
        .projection();
  }

  private int serve() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Thread.sleep(latency);
      var asked = exchange.getRequestURI().toString();
      var rows = asked.contains("/members?") ? rows(asked) : List.of();
      var body = JSON.writeValueAsString(rows).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              rows.isEmpty() ? "*/0" : "0-%d/%d".formatted(rows.size() - 1, members));
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private List<?> rows(String asked) {
    var after = AFTER.matcher(asked);
    int from =
        after.find() ? Integer.parseInt(after.group(1)) - Integer.parseInt(Club.number(0)) + 1 : 0;
    boolean keysOnly = !asked.contains("email");
    return IntStream.range(from, Math.min(from + PAGE, members))
        .mapToObj(index ->
            keysOnly
                ? Map.of("membernumber", Club.number(index))
                : Club.memberAsServed(index).row())
        .toList();
  }
}
