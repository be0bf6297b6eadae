package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Rate;

class FrontDoorTest {
  @Test
  void every_answer_carries_its_id_its_version_and_the_rate() {
    var response = Wire.to(Rate.of("166/10s")).answer("GET", "/contacts/none", "");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.headers())
        .containsEntry("intercom-version", "2.16")
        .containsEntry("X-RateLimit-Limit", "166")
        .containsEntry("X-RateLimit-Remaining", "165")
        .containsEntry("X-RateLimit-Reset", Long.toString(Wire.START.getEpochSecond() + 10))
        .containsEntry("Date", "Mon, 2 Nov 2026 08:00:00 GMT");
    assertThat(Wire.JSON.readTree(response.body()).path("request_id").stringValue())
        .isEqualTo(response.headers().get("X-Request-Id"));
  }

  @Test
  void a_bad_token_is_refused_without_a_word_on_the_rate() {
    var response = Wire.to().header("Authorization", "Bearer x").answer("GET", "/me", "");

    assertThat(response.status()).isEqualTo(401);
    assertThat(Wire.error(Wire.JSON.readTree(response.body())))
        .isEqualTo("unauthorized: Access Token Invalid");
    assertThat(response.headers().keySet()).noneMatch(name -> name.startsWith("X-RateLimit"));
  }

  @Test
  void json_must_be_asked_for_and_the_version_must_exist() {
    var wire = Wire.to().header("Accept", "text/html");

    assertThat(Wire.error(wire.get(406, "/me"))).startsWith("media_type_not_acceptable: ");
    wire.header("Accept", "application/json");
    for (var version : new String[] {"", "1.4", "2.99", "newest"}) {
      assertThat(Wire.error(wire.header("Intercom-Version", version).get(400, "/me")))
          .startsWith("intercom_version_invalid: ");
    }
    wire.header("Intercom-Version", "2.17").get(200, "/me");
    wire.header("Intercom-Version", "Preview").get(200, "/me");
  }

  @Test
  void me_names_the_workspace() {
    assertThat(Wire.to().get(200, "/me").path("app").path("id_code").stringValue())
        .isEqualTo("sandbox");
  }

  @Test
  void an_unknown_path_is_missing() {
    Wire.to().get(404, "/conversations");
    Wire.to().json(404, "PATCH", "/contacts", "{}");
  }

  @Test
  void a_full_window_refuses_until_the_next() {
    var wire = Wire.to(Rate.of("2/10s"));
    wire.get(200, "/me");
    wire.pass(Duration.ofSeconds(9));
    wire.get(200, "/me");

    assertThat(Wire.error(wire.get(429, "/me")))
        .isEqualTo("rate_limit_exceeded: Exceeded rate limit of 2 in 10_seconds");
    wire.pass(Duration.ofSeconds(1));
    wire.get(200, "/me");
    wire.get(200, "/me");
    wire.get(429, "/me");
    assertThat(wire.intercom.log().answered(429)).isEqualTo(2);
  }

  @Test
  void a_sliding_window_remembers_across_the_edge() {
    var wire = Wire.to(Rate.of("2/10s"), OpenQuestion.RateWindows.SLIDING);
    wire.pass(Duration.ofSeconds(9));
    wire.get(200, "/me");
    wire.get(200, "/me");
    wire.pass(Duration.ofSeconds(1));

    var refused = wire.answer("GET", "/me", "");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers())
        .containsEntry("X-RateLimit-Reset", Long.toString(Wire.START.getEpochSecond() + 19));
    wire.pass(Duration.ofSeconds(9));
    wire.get(200, "/me");
  }

  @Test
  void the_log_tells_what_was_asked_and_nothing_that_was_said() {
    var wire = Wire.to();
    wire.create("{'external_id':'1','email':'ann@example.org'}");
    wire.get(200, "/contacts?per_page=5");

    assertThat(wire.intercom.log().entries())
        .extracting(RequestLog.Entry::kind)
        .containsExactly(CallKind.CREATE, CallKind.LIST);
    assertThat(wire.intercom.log().writes()).isEqualTo(1);
    assertThat(wire.intercom.log().entries().toString()).doesNotContain("ann@example.org");
  }
}
