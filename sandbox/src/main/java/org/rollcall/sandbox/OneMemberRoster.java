package org.rollcall.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A Supabase project that holds one invented member and no more. It answers the questions of the
/// built-in settings, and looks at nothing else of them.
public final class OneMemberRoster implements AutoCloseable {
  private static final String MEMBER =
      """
      [{"membernumber": "1001", "firstname": "Ann", "lastname": "Example",
        "email": "ann@example.org", "phone": "312-555-0101", "status": "Active",
        "membertypeid": 6, "region_id": 1, "facility_id": 1,
        "region": {"id": 1, "code": "GL", "name": "Great Lakes"},
        "facility": {"id": 1, "code": "ORD", "name": "O'Hare"},
        "type": {"id": 6, "type_name": "Current Member"}}]
      """;

  private final HttpServer server;

  private OneMemberRoster(HttpServer server) {
    this.server = server;
  }

  /// Begins to answer, on any free port of this machine.
  ///
  /// @throws IOException when none can be listened on
  public static OneMemberRoster start() throws IOException {
    return start(MEMBER);
  }

  /// The same with another member.
  ///
  /// @param member their row as JSON, in a list
  public static OneMemberRoster start(String member) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext("/", exchange -> answer(exchange, member));
    server.start();
    return new OneMemberRoster(server);
  }

  /// Where it answers.
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, String member) throws IOException {
    try (exchange) {
      var asked = exchange.getRequestURI().toString();
      boolean first = asked.contains("/members?") && !asked.contains("=gt.");
      var body = (first ? member : "[]").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.getResponseHeaders().set("Content-Range", first ? "0-0/1" : "*/0");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
