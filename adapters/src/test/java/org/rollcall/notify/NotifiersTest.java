package org.rollcall.notify;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.run.Report.Status;
import org.rollcall.support.Golden;
import tools.jackson.databind.json.JsonMapper;

/// Each notifier sends to a receiver over real HTTP.
class NotifiersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Post post = new Post(PATIENCE, "rollcall/test");
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    post.close();
    receiver.close();
  }

  @Test
  void every_ending_has_its_message() {
    Golden.assertMatches(
        "notify-messages.txt",
        Arrays.stream(Status.values())
                .map(Messages::of)
                .map(each ->
                    each.title() + "\n" + String.join("\n", each.lines()) + "\n" + each.json())
                .collect(joining("\n\n"))
            + "\n");
  }

  @Test
  void slack_gets_a_text_that_cannot_call_the_channel() throws Exception {
    new Slack(receiver.uri("/services/T0/B0/secret"), post).send(Messages.of(Status.FAILED));
    var got = receiver.received().getFirst();
    assertThat(got.headers().getFirst("Content-Type")).startsWith("application/json");
    assertThat(JsonMapper.shared().readTree(got.body()).get("text").asString())
        .startsWith("*Rollcall: the run failed*\n")
        .contains("&lt;three times&gt; &amp; said a***@example.org")
        .doesNotContain("ana@");
  }

  @Test
  void a_webhook_is_signed_so_that_its_receiver_can_check_it() throws Exception {
    webhook("/hook/").send(Messages.of(Status.PARTIAL));
    var got = receiver.received().getFirst();
    assertThat(got.path()).isEqualTo("/hook/");
    var timestamp = String.valueOf(got.headers().getFirst("X-Rollcall-Timestamp"));
    assertThat(timestamp).isEqualTo(Long.toString(Messages.NOW.getEpochSecond()));
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("hush".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var code = mac.doFinal((timestamp + "." + got.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(got.headers().getFirst("X-Rollcall-Signature"))
        .isEqualTo("v1=" + HexFormat.of().formatHex(code));
    assertThat(JsonMapper.shared().readTree(got.body()).at("/totals/failed").asInt()).isEqualTo(3);
  }

  @Test
  void an_answer_other_than_2xx_is_told_without_the_secret_of_the_address() {
    receiver.answers(500);
    assertThat(troubles(webhook("/secret"))).containsExactly("it answered 500");
    assertThat(webhook("/secret").name()).isEqualTo("webhook at 127.0.0.1");
  }

  @Test
  void a_redirect_is_not_followed() {
    receiver.redirects("/elsewhere");
    assertThat(troubles(webhook("/hook"))).containsExactly("it answered 307");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void a_broken_connection_is_told() {
    receiver.breaksOff();
    assertThat(troubles(webhook("/hook"))).containsExactly("the connection broke");
  }

  @Test
  void a_receiver_that_is_not_there_is_told() {
    var address = receiver.uri("/secret");
    receiver.close();
    assertThat(troubles(new Slack(address, post))).containsExactly("nobody listens there");
    assertThat(troubles(new Slack(URI.create("https://hooks.invalid/secret"), post)))
        .containsExactly("no DNS server knows its name");
  }

  @Test
  void whoever_hangs_is_given_up_and_keeps_nobody_else_from_hearing() throws Exception {
    receiver.hangs();
    try (var other = new Receiver();
        var third = new Receiver()) {
      third.hangsInTheBody();
      var deliveries =
          new MessageDelivery(Duration.ofSeconds(1))
              .tell(
                  List.of(
                      webhook("/hook"),
                      new Slack(other.uri("/"), post),
                      new Slack(third.uri("/"), post),
                      new Breaking()),
                  Messages.of(Status.FAILED));
      assertThat(deliveries)
          .extracting(each -> each.trouble().orElse("taken"))
          .containsExactly(
              "no answer within 1 s",
              "taken",
              "taken",
              "Rollcall made a mistake while it sent the message");
    }
  }

  @Test
  void an_answer_that_is_late_is_told_by_whoever_asked() {
    receiver.hangs();
    try (var hasty = new Post(Duration.ofMillis(1), "rollcall/test")) {
      assertThatThrownBy(() -> new Slack(receiver.uri("/"), hasty).send(Messages.of(Status.FAILED)))
          .isInstanceOf(Undelivered.class)
          .hasMessageStartingWith("no answer within");
    }
  }

  @Test
  void a_heartbeat_tells_the_beginning_first_and_then_the_end() throws Exception {
    for (var status : Status.values()) {
      var heartbeat =
          new Heartbeat(
              receiver.uri("/ping?rid=1"), Optional.of("/start"), Optional.of("/fail"), post);
      heartbeat.start();
      heartbeat.send(Messages.of(status));
    }
    assertThat(receiver.received())
        .extracting(Receiver.Received::path)
        .containsExactly(
            "/ping/start?rid=1", "/ping?rid=1",
            "/ping/start?rid=1", "/ping?rid=1",
            "/ping/start?rid=1", "/ping/fail?rid=1",
            "/ping/start?rid=1", "/ping/fail?rid=1",
            "/ping/start?rid=1", "/ping?rid=1",
            "/ping/start?rid=1", "/ping/fail?rid=1");
  }

  @Test
  void a_heartbeat_may_keep_silent_at_the_start_and_at_a_failure() throws Exception {
    var heartbeat = new Heartbeat(receiver.uri("/ping"), Optional.empty(), Optional.empty(), post);
    heartbeat.start();
    heartbeat.send(Messages.of(Status.FAILED));
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void a_beginning_that_could_not_be_told_is_said_at_the_end() throws Exception {
    receiver.answers(404);
    var heartbeat =
        new Heartbeat(receiver.uri("/ping"), Optional.of("/start"), Optional.empty(), post);
    heartbeat.start();
    assertThat(troubles(heartbeat, Messages.of(Status.FAILED)))
        .containsExactly("the ping at the start failed: it answered 404");
  }

  private Webhook webhook(String path) {
    return new Webhook(receiver.uri(path), "hush", () -> Messages.NOW, post);
  }

  private static List<String> troubles(Notifier notifier) {
    return troubles(notifier, Messages.of(Status.FAILED));
  }

  private static List<String> troubles(Notifier notifier, Message message) {
    try {
      notifier.send(message);
      return List.of();
    } catch (Undelivered undelivered) {
      return List.of(String.valueOf(undelivered.getMessage()));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /// A notifier with a bug, whose exception contains a secret.
  private static final class Breaking implements Notifier {
    @Override
    public String name() {
      return "breaking";
    }

    @Override
    public void send(Message message) {
      throw new IllegalStateException("secret");
    }
  }
}
