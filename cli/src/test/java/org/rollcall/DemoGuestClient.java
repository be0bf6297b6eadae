package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the served demo with what it has printed.
final class DemoGuestClient {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String token;

  /// @param told what the demo has printed
  DemoGuestClient(String told) {
    this.address = first("http://127\\.0\\.0\\.1:\\d+", told);
    this.token = first("rollcall_[A-Za-z0-9_-]{43}", told);
  }

  private static String first(String pattern, String told) {
    return Pattern.compile(pattern).matcher(told).results().findFirst().orElseThrow().group();
  }

  JsonNode get(String path) {
    return asked(HttpRequest.newBuilder(URI.create(address + path)));
  }

  JsonNode post(String path) {
    return asked(HttpRequest.newBuilder(URI.create(address + path)).POST(BodyPublishers.noBody()));
  }

  /// How the runs of a sync ended.
  Stream<String> statuses(String sync) {
    return get("/api/v1/syncs/" + sync + "/runs?limit=500")
        .path("items")
        .valueStream()
        .map(each -> each.path("status").asString());
  }

  private JsonNode asked(HttpRequest.Builder request) {
    try {
      var answer =
          client.send(
              request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
