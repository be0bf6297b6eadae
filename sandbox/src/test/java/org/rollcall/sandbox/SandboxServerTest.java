package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Rate;
import org.rollcall.sandbox.Faults.Rule;
import tools.jackson.databind.JsonNode;

class SandboxServerTest {
  private final World world =
      World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));
  private final SandboxIntercom intercom =
      new SandboxIntercom(
          world, Behaviour.DEFAULT, Rate.of("1000/10s"), Faults.none(), InstantSource.system());
  private final SandboxServer server = SandboxServer.start(intercom, 0, Duration.ZERO);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private HttpRequest.Builder to(String target) {
    return HttpRequest.newBuilder(server.uri().resolve(target))
        .header("Authorization", "Bearer sandbox")
        .header("Accept", "application/json")
        .header("Intercom-Version", "2.16");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void it_answers_over_http_in_utf_8() throws Exception {
    var made =
        send(
            to("/contacts")
                .POST(
                    BodyPublishers.ofString("{\"email\":\"é@example.org\",\"name\":\"Zoë 🛩\"}")));

    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(Wire.JSON.readTree(made.body()).path("name").stringValue()).isEqualTo("Zoë 🛩");
    assertThat(made.headers().firstValue("X-RateLimit-Limit")).contains("1000");
    assertThat(made.headers().firstValue("Date")).isPresent();
  }

  @Test
  void an_external_id_may_hold_any_character() throws Exception {
    send(to("/contacts").POST(BodyPublishers.ofString("{\"external_id\":\"a/b+c@d é\"}")));

    var found = send(to("/contacts/find_by_external_id/a%2Fb+c%40d%20%C3%A9"));

    assertThat(found.statusCode()).isEqualTo(200);
  }

  @Test
  void a_reset_breaks_the_connection_and_the_next_call_is_fine() throws Exception {
    intercom.faults(Faults.of(Rule.nth(1, CallKind.CREATE, Fault.RESET_AFTER)));
    var create = to("/contacts").POST(BodyPublishers.ofString("{\"external_id\":\"1\"}"));

    assertThatThrownBy(() -> send(create)).isInstanceOf(IOException.class);
    assertThat(send(create).statusCode()).isEqualTo(409);
  }

  @Test
  void a_hanging_call_ends_when_the_caller_loses_patience() throws Exception {
    intercom.faults(Faults.of(Rule.nth(1, CallKind.ME, Fault.HANG)));

    assertThatThrownBy(() -> send(to("/me").timeout(Duration.ofMillis(200))))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(send(to("/me")).statusCode()).isEqualTo(200);
  }

  @Test
  void its_own_pages_need_no_token_and_are_not_counted() throws Exception {
    send(to("/contacts").POST(BodyPublishers.ofString("{\"external_id\":\"1\"}")));
    var id = world.withExternalId("1").getFirst().id();
    send(to("/contacts/" + id + "/archive").POST(BodyPublishers.noBody()));
    send(to("/contacts"));

    var contacts = page("/_sandbox/contacts");
    var requests = page("/_sandbox/requests");

    assertThat(contacts.path("contacts").path(0).path("state").stringValue()).isEqualTo("archived");
    assertThat(requests.path("counts"))
        .isEqualTo(
            Wire.JSON.readTree("{\"requests\":3,\"reads\":1,\"writes\":2,\"rate_limited\":0}"));
    assertThat(requests.path("requests").path(2).path("kind").stringValue()).isEqualTo("list");
  }

  private JsonNode page(String target) throws Exception {
    return Wire.JSON.readTree(send(HttpRequest.newBuilder(server.uri().resolve(target))).body());
  }
}
