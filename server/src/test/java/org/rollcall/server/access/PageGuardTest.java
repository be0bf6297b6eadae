package org.rollcall.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.run.RunStopped;

/// Who may open which page and send which form, asked over HTTP.
class PageGuardTest {
  private static final String RUN = "/syncs/default/run";

  private PageStage stage;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    stage = new PageStage(false);
    browser = stage.inside("ann", AccessRole.OPERATOR);
  }

  @AfterEach
  void stop() {
    browser.close();
    stage.close();
    assertThat(stage.troubles).isEmpty();
  }

  @Test
  void who_has_no_session_is_sent_to_the_login_with_the_way_back() throws Exception {
    browser.cookies.clear();
    var sent = browser.get("/syncs/default?page=2");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(location(sent)).isEqualTo("/login?to=%2Fsyncs%2Fdefault%3Fpage%3D2");
    assertThat(sent.body()).doesNotContain("csrf");
    assertThat(browser.get(location(sent)).body()).contains("value=\"/syncs/default?page=2\"");
    assertThat(location(browser.get("/"))).isEqualTo("/login");
  }

  @Test
  void what_a_script_or_a_stream_asks_for_is_refused_and_not_sent_to_the_login() throws Exception {
    browser.cookies.clear();
    for (var header : List.of("HX-Request: true", "Accept: text/event-stream")) {
      var answer = browser.get("/syncs/default", header.split(": "));
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("Load the page anew to log in.");
    }
  }

  @Test
  void made_up_and_ended_sessions_open_nothing() throws Exception {
    var right = browser.cookies.put("rollcall-session", "A".repeat(43));
    assertThat(browser.get("/").statusCode()).isEqualTo(303);
    browser.cookies.put("rollcall-session", "nonsense");
    assertThat(browser.get("/").statusCode()).isEqualTo(303);
    browser.cookies.put("rollcall-session", String.valueOf(right));
    assertThat(browser.get("/").body()).isEqualTo("start");
    stage.now = PageStage.EIGHT.plus(Duration.ofHours(2));
    assertThat(browser.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void a_use_is_kept_once_a_minute_and_no_session_lasts_longer_than_half_a_day() throws Exception {
    stage.now = PageStage.EIGHT.plusSeconds(59);
    browser.get("/");
    assertThat(seen()).isEqualTo(PageStage.EIGHT.toString());
    for (int hour = 1; hour < 12; hour++) {
      stage.now = PageStage.EIGHT.plus(Duration.ofHours(hour));
      assertThat(browser.get("/").statusCode()).isEqualTo(200);
      assertThat(seen()).isEqualTo(stage.now.toString());
    }
    stage.now = PageStage.EIGHT.plus(Duration.ofHours(12));
    assertThat(browser.get("/").statusCode()).isEqualTo(303);
  }

  private String seen() {
    return stage.remembered.sessions.values().iterator().next().seen().toString();
  }

  @Test
  void a_form_of_ours_is_taken_and_is_in_the_audit_log_before_and_after() throws Exception {
    var token = Browser.token(browser.get("/syncs/default"));
    stage.access.entries.clear();
    assertThat(browser.post(RUN, Map.of("csrf", token)).body()).isEqualTo("begun");
    assertThat(browser.post(RUN, Map.of(), "X-CSRF-Token", token).body()).isEqualTo("begun");
    browser.get("/syncs/default");
    assertThat(stage.access.entries).hasSize(4);
    assertThat(stage.access.entries.getFirst())
        .isEqualTo(
            new AuditEntry(
                PageStage.EIGHT,
                "account ann",
                "127.0.0.1",
                "POST /syncs/{name}/run",
                RUN,
                AuditEntry.BEGUN));
    assertThat(stage.access.entries.get(1).ending()).isEqualTo("200");
  }

  @Test
  void a_forged_form_is_refused() throws Exception {
    var token = Browser.token(browser.get("/syncs/default"));
    stage.access.entries.clear();
    isRefused(browser.post(RUN, Map.of()), "not of this session");
    isRefused(browser.post(RUN, Map.of("csrf", "")), "not of this session");
    isRefused(browser.post(RUN, Map.of("csrf", token + "A")), "not of this session");
    isRefused(browser.post(RUN, Map.of(), "X-CSRF-Token", "A".repeat(43)), "not of this session");
    var right = Map.of("csrf", token);
    isRefused(browser.post(RUN, right, "Origin", "https://evil.example.org"), "not sent by a page");
    isRefused(browser.post(RUN, right, "Origin", "null"), "not sent by a page");
    isRefused(browser.post(RUN, right, "Sec-Fetch-Site", "cross-site"), "not sent by a page");
    isRefused(browser.post(RUN, right, "Sec-Fetch-Site", "same-site"), "not sent by a page");
    assertThat(stage.access.entries).hasSize(8).extracting(AuditEntry::ending).containsOnly("403");
    assertThat(stage.access.entries.toString()).doesNotContain(token);
  }

  @Test
  void the_form_of_another_session_is_refused() throws Exception {
    var token = Browser.token(browser.get("/syncs/default"));
    browser.cookies.put("rollcall-session", stage.session("ann", AccessRole.OPERATOR));
    isRefused(browser.post(RUN, Map.of("csrf", token)), "not of this session");
  }

  @Test
  void a_role_that_is_too_small_is_refused_and_a_changed_one_counts_at_once() throws Exception {
    browser.close();
    browser = stage.inside("bob", AccessRole.VIEWER);
    var token = Browser.token(browser.get("/syncs/default"));
    isRefused(browser.post(RUN, Map.of("csrf", token)), "bob has the role viewer");
    isRefused(browser.get("/audit"), "and this needs admin. Nothing was done.");
    stage.people.changeRole("bob", AccessRole.ADMIN);
    assertThat(browser.get("/audit").body()).isEqualTo("log");
    assertThat(browser.post(RUN, Map.of("csrf", token)).statusCode()).isEqualTo(200);
    stage.people.remove("bob");
    assertThat(browser.get("/audit").statusCode()).isEqualTo(303);
  }

  @Test
  void a_form_without_a_session_leads_to_the_login_and_does_nothing() throws Exception {
    browser.cookies.clear();
    var answer = browser.post(RUN, Map.of("csrf", "x"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/login");
    assertThat(answer.body()).doesNotContain("begun");
  }

  @Test
  void a_session_opens_no_path_of_the_api() throws Exception {
    assertThat(browser.get("/api/v1/syncs").statusCode()).isEqualTo(401);
  }

  @Test
  void nothing_is_shown_or_done_while_the_store_is_away() throws Exception {
    stage.remembered.trouble =
        () -> {
          throw new RunStopped(RunStopped.Kind.FAILED, "The session cannot be looked up: secret.");
        };
    var answer = browser.get("/syncs/default");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Nothing was done.").doesNotContain("secret");
  }

  @Test
  void pages_may_use_what_is_ours_and_nothing_else() throws Exception {
    for (var path : List.of("/login?to=/syncs/default", "/styles.css", "/")) {
      var headers = browser.get(path).headers();
      assertThat(headers.allValues("Content-Security-Policy"))
          .containsExactly(
              "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
      assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
      assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
      assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }
    assertThat(browser.get("/api/v1/syncs").headers().allValues("Content-Security-Policy"))
        .containsExactly(
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  }

  private static void isRefused(HttpResponse<String> answer, String why) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains(why).doesNotContain("begun");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
