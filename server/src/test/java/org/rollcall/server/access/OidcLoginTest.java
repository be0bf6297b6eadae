package org.rollcall.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.access.AuditEntry;
import org.rollcall.settings.OidcSettings;
import org.rollcall.settings.Secret;

/// Logging in by a real provider, through its own pages.
@Tag("slow")
class OidcLoginTest {
  private static final String SERVICE = "https://rollcall.example.org";
  private static final String SECRET = "an invented secret: of & tests";
  private static final String COOKIE = "__Host-rollcall";
  private static RealProvider provider;

  private Optional<PageStage> stage = Optional.empty();
  private Optional<Browser> browser = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    provider = RealProvider.start(SERVICE + OidcRoutes.BACK, SECRET, false);
  }

  @AfterAll
  static void stop() {
    provider.close();
  }

  @AfterEach
  void close() {
    browser.ifPresent(Browser::close);
    stage.ifPresent(PageStage::close);
  }

  @Test
  void somebody_of_a_group_that_has_a_role_gets_in_and_to_where_they_wanted() throws Exception {
    var there = served(SECRET);
    assertThat(there.get("/login?to=/syncs/default").body())
        .contains("/login/oidc?to=%2Fsyncs%2Fdefault", "Log in with 127.0.0.1");
    var answer = returned(there, "/login/oidc?to=/syncs/default", "ann");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/syncs/default");
    assertThat(there.get("/syncs/default").body()).startsWith("person ann");
    assertThat(there.cookies).containsOnlyKeys(COOKIE);
    assertThat(there.get("/audit").statusCode()).isEqualTo(403);
    assertThat(entries())
        .first()
        .isEqualTo(
            new AuditEntry(
                PageStage.EIGHT, "person ann", "127.0.0.1", "login", "operator", "done"));
  }

  @Test
  void the_largest_role_of_all_groups_counts_also_where_they_are_in_the_token() throws Exception {
    try (var other = RealProvider.start(SERVICE + OidcRoutes.BACK, SECRET, true)) {
      var there = served(other, SECRET);
      var sent = there.get("/login/oidc");
      there.get(path(other.login(URI.create(location(sent)), "bob")));
      assertThat(there.get("/audit").body()).isEqualTo("log");
    }
  }

  @Test
  void nobody_without_such_a_group_gets_in_and_they_are_told() throws Exception {
    var there = served(SECRET);
    var answer = returned(there, "/login/oidc", "eve");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("eve is in no group that may use Rollcall.");
    assertThat(there.cookies).doesNotContainKey(COOKIE);
    assertThat(entries())
        .extracting(AuditEntry::who, AuditEntry::action, AuditEntry::ending)
        .containsExactly(tuple("person eve", "login", "403"));
  }

  @Test
  void an_answer_counts_once_and_in_the_browser_that_was_sent_alone() throws Exception {
    var there = served(SECRET);
    var back = path(provider.login(URI.create(location(there.get("/login/oidc"))), "ann"));
    try (var other = stage.orElseThrow().browser()) {
      isRefused(other, back);
      other.get("/login/oidc");
      isRefused(other, back);
    }
    isRefused(there, back.replaceFirst("state=.", "state=x"));
    isRefused(there, back.replaceAll("state=[^&]*", ""));
    isRefused(there, back.replaceAll("iss=[^&]*", "iss=https%3A%2F%2Fevil.example.org"));
    var elsewhere = back.replaceAll("(state=[^&]*\\.)[^&.]*", "$1L2F1ZGl0");
    isRefused(there, elsewhere);
    assertThat(there.get(back).statusCode()).isEqualTo(303);
    there.cookies.remove(COOKIE);
    isRefused(there, back);
  }

  @Test
  void a_code_of_another_login_is_worth_nothing() throws Exception {
    var there = served(SECRET);
    var first = path(provider.login(URI.create(location(there.get("/login/oidc"))), "ann"));
    var second = path(provider.login(URI.create(location(there.get("/login/oidc"))), "ann"));
    var code = first.replaceAll(".*code=([^&]*).*", "$1");
    var answer = there.get(second.replaceAll("code=[^&]*", "code=" + code));
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(there.cookies).doesNotContainKey(COOKIE);
  }

  @Test
  void whoever_does_not_agree_stays_outside() throws Exception {
    var there = served(SECRET);
    var state = location(there.get("/login/oidc")).replaceAll(".*state=([^&]*).*", "$1");
    var answer = there.get(OidcRoutes.BACK + "?error=access_denied&state=" + state);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("The provider let nobody in: access_denied.");
  }

  @Test
  void a_provider_that_refuses_or_is_away_is_told_without_a_secret() throws Exception {
    var there = served("another secret");
    var answer = returned(there, "/login/oidc", "ann");
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).contains("could not be asked");
    assertThat(stage.orElseThrow().troubles)
        .containsExactly("The login provider answered /token with 401.");
    close();
    stage = Optional.of(new PageStage(settings(URI.create("http://127.0.0.1:1"), SECRET)));
    try (var away = stage.orElseThrow().browser()) {
      assertThat(away.get("/login/oidc").statusCode()).isEqualTo(502);
    }
    assertThat(stage.orElseThrow().troubles.toString())
        .contains("The login provider cannot be reached")
        .doesNotContain(SECRET);
  }

  private Browser served(String secret) throws Exception {
    return served(provider, secret);
  }

  private Browser served(RealProvider by, String secret) throws Exception {
    var served = new PageStage(settings(by.issuer(), secret));
    stage = Optional.of(served);
    var there = served.browser();
    browser = Optional.of(there);
    return there;
  }

  private static OidcSettings settings(URI issuer, String secret) {
    return new OidcSettings(
        issuer,
        "rollcall",
        new Secret(secret),
        List.of("profile", "groups"),
        "groups",
        new OidcSettings.Roles(
            List.of("rollcall-admins"),
            List.of("rollcall-operators"),
            List.of("rollcall-viewers")));
  }

  private static HttpResponse<String> returned(Browser there, String begin, String name)
      throws Exception {
    var sent = there.get(begin);
    assertThat(sent.statusCode()).isEqualTo(303);
    return there.get(path(provider.login(URI.create(location(sent)), name)));
  }

  /// The proxy before the service brings it there.
  private static String path(URI back) {
    assertThat(back.toString()).startsWith(SERVICE + OidcRoutes.BACK + "?");
    return back.toString().substring(SERVICE.length());
  }

  private static void isRefused(Browser there, String back) throws Exception {
    var answer = there.get(back);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("The login was begun elsewhere");
    assertThat(there.cookies).doesNotContainKey(COOKIE);
  }

  private List<AuditEntry> entries() {
    return stage.orElseThrow().access.entries;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
