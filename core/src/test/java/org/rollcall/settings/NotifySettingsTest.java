package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.settings.Notify.Occasion;
import org.rollcall.settings.Notify.Tls;

class NotifySettingsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "DATABASE_URL", "postgresql://club@db.example.org/club",
          "SLACK_URL", "https://hooks.example.org/services/T0/B0/hush",
          "MAIL_PASSWORD", "hush-hush");

  private static final Set<Occasion> USUAL =
      Set.of(Occasion.FAILED, Occasion.PARTIAL, Occasion.REFUSED);

  @Test
  void nobody_is_told_unless_somebody_is_named() {
    assertThat(read("")).isEmpty();
    assertThat(read("notify:\n")).isEmpty();
  }

  @Test
  void every_kind_is_read_and_what_is_secret_is_not_printed() {
    var notifiers =
        read(
            """
            notify:
              - slack: { url: "${SLACK_URL}" }
              - webhook: { url: https://example.org/hook/, secret: hush, when: always }
              - email:
                  host: mail.example.org
                  user: night
                  password: ${MAIL_PASSWORD}
                  from: night@example.org
                  to: [ana@example.org, office@example.org]
                  when: [failed, interrupted]
              - email: { host: localhost, tls: none, from: a@example.org, to: b@example.org }
              - heartbeat: { url: https://hc.example.org/hush }
              - heartbeat: { url: http://127.0.0.1:8000/hush, start: , fail: /1 }
            """);
    assertThat(notifiers)
        .containsExactly(
            new Notify.Slack(new Secret("https://hooks.example.org/services/T0/B0/hush"), USUAL),
            new Notify.Webhook(
                new Secret("https://example.org/hook/"),
                new Secret("hush"),
                Set.of(Occasion.ALWAYS)),
            new Notify.Email(
                "mail.example.org",
                587,
                Tls.STARTTLS,
                Optional.of("night"),
                Optional.of(new Secret("hush-hush")),
                "night@example.org",
                List.of("ana@example.org", "office@example.org"),
                Set.of(Occasion.FAILED, Occasion.INTERRUPTED)),
            new Notify.Email(
                "localhost",
                25,
                Tls.NONE,
                Optional.empty(),
                Optional.empty(),
                "a@example.org",
                List.of("b@example.org"),
                USUAL),
            new Notify.Heartbeat(
                new Secret("https://hc.example.org/hush"),
                Optional.of("/start"),
                Optional.of("/fail")),
            new Notify.Heartbeat(
                new Secret("http://127.0.0.1:8000/hush"), Optional.empty(), Optional.of("/1")));
    assertThat(notifiers.toString()).doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slack: { url: http://hooks.example.org/hush } | notify.slack.url is plain http",
        "slack: { when: failed } | notify.slack.url is missing",
        "slack: { url: https://a.example.org, when: sometimes } | notify.slack.when is \"sometimes\"; expected failed, partial",
        "slack: { url: https://a.example.org, when: [] } | notify.slack.when is empty; expected at least one of failed, partial",
        "slak: { url: https://a.example.org } | unknown key \"slak\" in notify",
        "{} | notify is of no kind; expected one of slack, webhook, email or heartbeat",
        "{ slack: { url: https://a.example.org }, heartbeat: { url: https://a.example.org } } | notify is of several kinds",
        "webhook: { url: https://a.example.org } | notify.webhook.secret is missing",
        "webhook: { url: https://a.example.org, secret: s, sceret: s } | unknown key \"sceret\" in notify.webhook",
        "heartbeat: { url: https://a.example.org, start: begin } | notify.heartbeat.start is \"begin\"",
        "heartbeat: { url: 'https://a.example.org/hush#x y' } | notify.heartbeat.url is no web address",
        "email: { host: m.example.org, from: a@example.org, to: [b@example.org, nobody] } | notify.email.to is no e-mail address",
        "email: { host: m.example.org, from: a@example.org, to: [] } | notify.email.to is empty; expected at least one",
        "email: { host: m.example.org, tls: none, user: u, password: p, from: a@example.org, to: b@example.org } | notify.email.tls is none, which shows the password",
        "email: { host: m.example.org, user: u, from: a@example.org, to: b@example.org } | notify.email has a user or a password; expected both or neither"
      })
  void a_mistake_is_told_with_its_place(String item, String told) {
    assertThatThrownBy(() -> read("notify:\n  - " + item + "\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(told)
        .hasMessageContaining("test.yaml:")
        .hasMessageNotContaining("hush");
  }

  private static List<Notify> read(String notify) {
    var text = SettingsText.builtIn().text() + "\n" + notify;
    return Settings.read(new SettingsText("test.yaml", text), ENVIRONMENT).notifiers();
  }
}
