package org.rollcall;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.notify.Message;
import org.rollcall.notify.Post;
import org.rollcall.notify.Receiver;
import org.rollcall.notify.Webhook;
import org.rollcall.settings.Notify;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsText;
import org.rollcall.support.Pages;
import tools.jackson.databind.json.JsonMapper;

/// `docs/notifications.md` says what is true: its settings are read, its receiver is run.
@Tag("slow")
class NotificationsPageTest {
  private static final String PAGE = "docs/notifications.md";
  private static final Instant NOW = Instant.parse("2026-11-23T08:08:07Z");

  @TempDir private Path folder;
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void the_settings_on_the_page_are_read() {
    var blocks = Pages.blocks(PAGE, "yaml");
    assertThat(read(blocks.getFirst()))
        .hasExactlyElementsOfTypes(
            Notify.Slack.class, Notify.Webhook.class, Notify.Email.class, Notify.Heartbeat.class);
    assertThat(read("notify:\n" + blocks.get(1)))
        .singleElement()
        .isInstanceOfSatisfying(Notify.Heartbeat.class, each -> assertThat(each.start()).isEmpty());
  }

  @Test
  void the_receiver_on_the_page_takes_what_is_rollcalls_and_nothing_else() throws Exception {
    try (var post = new Post(java.time.Duration.ofSeconds(60), "rollcall/test")) {
      new Webhook(receiver.uri("/"), "hush", () -> NOW, post).send(Message.test(NOW));
    }
    var got = receiver.received().getFirst();
    var headers = new HashMap<String, String>();
    got.headers()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    var late = NOW.plusSeconds(301);
    var unsigned = Map.of("x-rollcall-timestamp", Long.toString(NOW.getEpochSecond()));
    assertThat(
            judged(
                asked(headers, got.body(), "hush", NOW),
                asked(headers, got.body() + " ", "hush", NOW),
                asked(headers, got.body(), "other", NOW),
                asked(headers, got.body(), "hush", late),
                asked(unsigned, got.body(), "hush", NOW),
                asked(Map.of(), got.body(), "hush", NOW)))
        .containsExactly("true", "false", "false", "false", "false", "false");
  }

  private static String asked(
      Map<String, String> headers, String body, String secret, Instant now) {
    var json = JsonMapper.shared();
    return "console.log(isRollcalls(%s, %s, %s, %d));"
        .formatted(
            json.writeValueAsString(headers),
            json.writeValueAsString(body),
            json.writeValueAsString(secret),
            now.getEpochSecond());
  }

  private List<String> judged(String... questions) throws IOException, InterruptedException {
    var script =
        Stream.concat(Pages.blocks(PAGE, "js").stream(), Stream.of(questions))
            .collect(joining("\n"));
    var file = Files.writeString(folder.resolve("receiver.cjs"), script);
    var node = new ProcessBuilder("node", file.toString()).redirectErrorStream(true).start();
    try (var output = node.getInputStream()) {
      var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(node.waitFor()).as(said).isZero();
      return said.lines().toList();
    }
  }

  private static List<Notify> read(String notify) {
    var environment =
        Map.of(
            "DATABASE_URL", "postgresql://club@db.example.org/club",
            "SLACK_WEBHOOK_URL", "https://hooks.example.org/1",
            "ROLLCALL_WEBHOOK_SECRET", "hush",
            "SMTP_PASSWORD", "hush",
            "HEARTBEAT_URL", "https://hc.example.org/1");
    var text = SettingsText.builtIn().text() + "\n" + notify;
    return Settings.read(new SettingsText(PAGE, text), environment).notifiers();
  }
}
