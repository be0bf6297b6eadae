package org.rollcall.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;

/// Logging in and out, over HTTP.
@Tag("slow")
class LoginRoutesTest {
  private PageStage stage;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    stage = new PageStage(false);
    stage.account("ann", AccessRole.OPERATOR);
    stage.access.entries.clear();
    browser = stage.browser();
  }

  @AfterEach
  void stop() {
    browser.close();
    stage.close();
    assertThat(stage.troubles).isEmpty();
  }

  @Test
  void a_login_opens_a_session_that_was_never_seen_before() throws Exception {
    browser.cookies.put("rollcall-session", "B".repeat(43));
    var answer = browser.login("ann", PageStage.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/");
    assertThat(browser.cookies.get("rollcall-session")).hasSize(43).isNotEqualTo("B".repeat(43));
    assertThat(browser.set.getLast())
        .startsWith("rollcall-session=")
        .contains("Path=/", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure", "Max-Age", "Expires", "Domain");
    assertThat(browser.cookies).doesNotContainKey("rollcall-login");
    assertThat(stage.remembered.sessions.keySet().toString())
        .doesNotContain(browser.cookies.get("rollcall-session"));
  }

  @Test
  void behind_a_proxy_the_cookies_are_for_this_host_by_tls_alone() throws Exception {
    stage.close();
    browser.close();
    stage = new PageStage(true);
    browser = stage.browser();
    stage.account("ann", AccessRole.OPERATOR);
    var token = Browser.token(browser.get("/login"));
    var form = Map.of("csrf", token, "name", "ann", "password", PageStage.PASSWORD);
    var refused = browser.post("/login", form, "Origin", "http://rollcall.example.org");
    assertThat(refused.statusCode()).isEqualTo(403);
    var taken =
        browser.post(
            "/login",
            form,
            "Origin",
            "https://rollcall.example.org",
            "X-Forwarded-For",
            "10.9.9.9, 192.0.2.7");
    assertThat(taken.statusCode()).isEqualTo(303);
    assertThat(browser.cookies).containsOnlyKeys("__Host-rollcall");
    assertThat(browser.set)
        .allMatch(cookie -> cookie.startsWith("__Host-rollcall"))
        .allSatisfy(cookie ->
            assertThat(cookie)
                .contains("Path=/", "HttpOnly", "SameSite=Lax", "Secure")
                .doesNotContain("Domain"));
    assertThat(stage.access.entries.getLast().from()).isEqualTo("192.0.2.7");
    assertThat(browser.get("/").headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void a_wrong_name_and_a_wrong_password_get_the_same_answer() throws Exception {
    var password = browser.login("ann", "wrong horse battery");
    var name = browser.login("nobody", PageStage.PASSWORD);
    assertThat(password.statusCode()).isEqualTo(403);
    assertThat(password.body()).contains("The name or the password is wrong.");
    assertThat(name.statusCode()).isEqualTo(403);
    assertThat(name.body()).isEqualTo(password.body());
    assertThat(browser.cookies).doesNotContainKey("rollcall-session");
  }

  @Test
  void a_login_that_another_site_has_sent_is_refused() throws Exception {
    var token = Browser.token(browser.get("/login"));
    var right = Map.of("csrf", token, "name", "ann", "password", PageStage.PASSWORD);
    isRefused(browser.post("/login", right, "Origin", "https://evil.example.org"));
    isRefused(browser.post("/login", right, "Sec-Fetch-Site", "cross-site"));
    isRefused(browser.post("/login", Map.of("name", "ann", "password", PageStage.PASSWORD)));
    try (var other = stage.browser()) {
      isRefused(other.post("/login", right));
      other.get("/login");
      isRefused(other.post("/login", right));
    }
    assertThat(browser.post("/login", right).statusCode()).isEqualTo(303);
  }

  private static void isRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("another site has sent it");
    assertThat(answer.headers().allValues("Set-Cookie").toString())
        .doesNotContain("rollcall-session");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example.org", "//evil.example.org", "/\\evil.example.org", "/\t/x"})
  void no_login_leads_elsewhere(String to) throws Exception {
    var token = Browser.token(browser.get("/login"));
    var answer =
        browser.post(
            "/login",
            Map.of("csrf", token, "to", to, "name", "ann", "password", PageStage.PASSWORD));
    assertThat(location(answer)).isEqualTo("/");
  }

  @Test
  void a_logout_ends_the_session_and_not_only_the_cookie() throws Exception {
    browser.login("ann", PageStage.PASSWORD);
    var cookie = browser.cookies.get("rollcall-session");
    var page = browser.get("/syncs/default");
    assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
    assertThat(browser.get("/logout").statusCode()).isEqualTo(405);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    var out = browser.post("/logout", Map.of("csrf", Browser.token(page)));
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(location(out)).isEqualTo("/login");
    assertThat(browser.cookies).doesNotContainKey("rollcall-session");
    browser.cookies.put("rollcall-session", cookie);
    assertThat(browser.get("/").statusCode()).isEqualTo(303);
    assertThat(stage.access.entries)
        .extracting(AuditEntry::action, AuditEntry::ending)
        .contains(tuple("POST /logout", "303"));
  }

  @Test
  void who_guesses_on_and_on_has_to_wait_whoever_is_asked_for() throws Exception {
    for (int tried = 0; tried < WrongTries.ALLOWED; tried++) {
      assertThat(browser.login("nobody" + tried, "guessed password").statusCode()).isEqualTo(403);
    }
    var waiting = browser.login("ann", PageStage.PASSWORD);
    assertThat(waiting.statusCode()).isEqualTo(429);
    assertThat(waiting.headers().firstValue("Retry-After")).contains("60");
    assertThat(waiting.body()).contains("Wait 60 seconds");
    stage.now = PageStage.EIGHT.plus(WrongTries.WINDOW);
    assertThat(browser.login("ann", PageStage.PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void an_account_is_not_guessed_from_many_addresses_either() throws Exception {
    stage.close();
    browser.close();
    stage = new PageStage(true);
    browser = stage.browser();
    stage.account("ann", AccessRole.OPERATOR);
    for (int tried = 0; tried < WrongTries.ALLOWED; tried++) {
      assertThat(from("192.0.2." + tried, "ANN ").statusCode()).isEqualTo(403);
    }
    assertThat(from("192.0.2.99", "ann").statusCode()).isEqualTo(429);
    assertThat(from("192.0.2.99", "bob").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> from(String address, String name) throws Exception {
    var token = Browser.token(browser.get("/login"));
    return browser.post(
        "/login",
        Map.of("csrf", token, "name", name, "password", "guessed password"),
        "X-Forwarded-For",
        address);
  }

  @Test
  void no_secret_is_in_the_log_or_an_answer() throws Exception {
    var wrong = browser.login("my secret password", "a secret as well");
    browser.login("ann", PageStage.PASSWORD);
    var session = browser.cookies.get("rollcall-session");
    var page = browser.get("/syncs/default");
    for (var text :
        List.of(wrong.body(), page.body(), stage.access.entries.toString(), stage.troubles + "")) {
      assertThat(text)
          .doesNotContain("my secret password", "a secret as well", PageStage.PASSWORD, session);
    }
    assertThat(stage.access.entries).extracting(AuditEntry::action).containsOnly("login");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
