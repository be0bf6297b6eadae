package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.OutputSchema;
import org.rollcall.access.AccessRole;
import org.rollcall.access.TokenValue;
import tools.jackson.databind.json.JsonMapper;

class TokenCommandTest {
  private final FakeOperations operations = new FakeOperations();

  @Test
  void the_output_is_the_token_alone_and_it_is_kept_as_a_digest() {
    var screen = Captured.plain();
    assertThat(screen.run(operations, "token", "add", "ci", "--role", "operator")).isZero();
    assertThat(screen.out()).matches("rollcall_[A-Za-z0-9_-]{43}\\R");
    assertThat(screen.err())
        .isEqualToIgnoringNewLines(
            "Token ci was made: operator, never expires. It is shown this once; 'rollcall token revoke ci' ends it.");
    assertThat(operations.access.tokens.getFirst().role()).isEqualTo(AccessRole.OPERATOR);
    assertThat(operations.access.digests)
        .containsExactly(TokenValue.read(screen.out().strip()).orElseThrow().digest());
  }

  @Test
  void two_tokens_differ() {
    assertThat(added("a", "--role", "viewer").out())
        .isNotEqualTo(added("b", "--role", "viewer").out());
  }

  @Test
  void it_expires_when_it_shall() {
    var screen = added("ci", "--role", "viewer", "--expires", "90d");
    assertThat(screen.err()).contains("expires 2027-02-21T08:00:00Z");
    assertThat(operations.access.tokens.getFirst().expires())
        .contains(Samples.EIGHT.plus(Duration.ofDays(90)));
  }

  @Test
  void tokens_are_listed_revoked_and_told_of() {
    var screen = Captured.plain();
    screen.run(operations, "token", "list");
    assertThat(screen.out()).contains("There is no token.");
    added("ci", "--role", "operator", "--expires", "2026-12-01");
    added("grafana", "--role", "viewer");
    screen.run(operations, "token", "revoke", "ci");
    assertThat(screen.out()).contains("Token ci opens nothing any more.");
    screen.run(operations, "token", "revoke", "ci");
    assertThat(screen.out()).contains("Token ci was revoked before.");
    screen.run(operations, "token", "list");
    assertThat(screen.out().lines())
        .contains(
            "name     role      state                         created               by             used last",
            "ci       operator  revoked 2026-11-23T08:00:00Z  2026-11-23T08:00:00Z  ops of cron-1  never",
            "grafana  viewer    valid, never expires          2026-11-23T08:00:00Z  ops of cron-1  never");
  }

  @Test
  void programs_read_the_list_and_no_secret() {
    var secret = added("ci", "--role", "admin").out().strip();
    var screen = Captured.plain();
    screen.run(operations, "token", "list", "--json");
    OutputSchema.of("tokens").assertDescribes(screen.out());
    assertThat(screen.out()).doesNotContain(secret, operations.access.digests.getFirst());
    var one = JsonMapper.shared().readTree(screen.out()).path("tokens").get(0);
    assertThat(one.path("name").asString()).isEqualTo("ci");
    assertThat(one.path("state").asString()).isEqualTo("valid");
    assertThat(one.path("expires").isNull()).isTrue();
    var revoking = Captured.plain();
    revoking.run(operations, "token", "revoke", "ci", "--json");
    OutputSchema.of("tokens").assertDescribes(revoking.out());
    assertThat(revoking.out()).contains("\"revoked\" : \"2026-11-23T08:00:00Z\"");
  }

  @Test
  void the_audit_log_tells_who_did_what_from_where() {
    var secret = added("ci", "--role", "admin").out().strip();
    Captured.plain().run(operations, "token", "revoke", "ci");
    var screen = Captured.plain();
    assertThat(screen.run(operations, "audit")).isZero();
    assertThat(screen.out().lines())
        .containsExactly(
            "2026-11-23T08:00:00Z  ops of cron-1, from systemd: token add ci, admin: done",
            "2026-11-23T08:00:00Z  ops of cron-1, from systemd: token revoke ci: done");
    var json = Captured.plain();
    json.run(operations, "audit", "--json");
    OutputSchema.of("audit").assertDescribes(json.out());
    assertThat(json.out()).contains("\"action\" : \"token revoke\"").doesNotContain(secret);
    var csv = Captured.plain();
    csv.run(operations, "audit", "--csv");
    assertThat(csv.out().lines())
        .startsWith("time,who,from,action,subject,ending")
        .contains("2026-11-23T08:00:00Z,ops of cron-1,systemd,token add,\"ci, admin\",done");
    var later = Captured.plain();
    assertThat(later.run(operations, "audit", "--since", "2026-11-24")).isZero();
    assertThat(later.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token add",
        "token add ci",
        "token add ci --role king",
        "token add .x --role viewer",
        "token add ci --role viewer --expires 2026-11-01",
        "token revoke",
        "token list ci",
        "audit --json --csv"
      })
  void half_a_wish_is_wrong_usage(String line) {
    assertThat(Captured.plain().run(operations, line.split(" "))).isEqualTo(2);
    assertThat(operations.access.entries).isEmpty();
  }

  @Test
  void a_name_that_is_taken_or_nobodys_is_told() {
    added("ci", "--role", "viewer");
    var taken = Captured.plain();
    assertThat(taken.run(operations, "token", "add", "ci", "--role", "admin")).isEqualTo(2);
    assertThat(taken.err()).contains("There is a token ci already.");
    assertThat(taken.out()).isEmpty();
    var unknown = Captured.plain();
    assertThat(unknown.run(operations, "token", "revoke", "cd")).isEqualTo(1);
    assertThat(unknown.err()).contains("No token is called cd. 'rollcall token list' shows them.");
  }

  @Test
  void a_bare_token_tells_what_there_is() {
    var screen = Captured.plain();
    assertThat(screen.run(operations, "token")).isZero();
    assertThat(screen.out()).contains("revoke", "rollcall token add ci");
    assertThat(operations.asked).isEmpty();
    assertThat(screen.err()).isEmpty();
  }

  private Captured added(String name, String... options) {
    var screen = Captured.plain();
    var line = new ArrayList<>(java.util.List.of("token", "add", name));
    line.addAll(List.of(options));
    assertThat(screen.run(operations, line.toArray(String[]::new))).isZero();
    return screen;
  }
}
