package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Settings as somebody reads them on a page.
class SettingsLineTest {
  @Test
  void each_value_is_told_with_its_place() {
    var text =
        new SettingsText(
            "rollcall.yaml",
            """
            intercom:
              rate: 166/10s
              token: ${INTERCOM_ACCESS_TOKEN}
            notify:
              - slack: { url: "https://hooks.example.org/T0/B0/secret", when: [failed, refused] }
            """);
    assertThat(SettingsLine.of(text))
        .containsExactly(
            new SettingsLine("intercom.rate", "166/10s", "rollcall.yaml:2:9"),
            new SettingsLine("intercom.token", "${INTERCOM_ACCESS_TOKEN}", "rollcall.yaml:3:10"),
            new SettingsLine("notify[0].slack.url", "***", "rollcall.yaml:5:19"),
            new SettingsLine("notify[0].slack.when[0]", "failed", "rollcall.yaml:5:68"),
            new SettingsLine("notify[0].slack.when[1]", "refused", "rollcall.yaml:5:76"));
  }

  @Test
  void a_secret_that_is_written_out_is_never_told() {
    for (var secret :
        new String[] {
          "source: { supabase: { key: sb_x } }",
          "source: { postgres: { url: 'postgresql://u:p@h/d' } }",
          "store: { url: 'postgresql://u:p@${HOST}/d' }",
          "intercom: { token: abc }",
          "server: { oidc: { client_secret: abc } }",
          "notify: [ { email: { password: hunter2 } } ]"
        }) {
      assertThat(SettingsLine.of(new SettingsText("s.yaml", secret)))
          .singleElement()
          .returns("***", SettingsLine::value);
    }
    assertThat(SettingsLine.of(new SettingsText("s.yaml", "roster: { key: membernumber }")))
        .singleElement()
        .returns("membernumber", SettingsLine::value);
  }

  @Test
  void what_is_no_yaml_has_no_values() {
    assertThat(SettingsLine.of(new SettingsText("s.yaml", "a: [b"))).isEmpty();
  }
}
