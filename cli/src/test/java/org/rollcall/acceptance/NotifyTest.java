package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.notify.Receiver;
import org.rollcall.sandbox.SampleRoster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Nights that are told of, whatever becomes of the telling.
@Tag("slow")
class NotifyTest {
  @TempDir private Path folder;
  private Stage stage;
  private Receiver receiver;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    stage = new Stage(SampleRoster.of(60), folder);
    receiver = new Receiver();
    notifying("failed, refused");
  }

  @AfterEach
  void strike() {
    receiver.close();
    stage.close();
  }

  @Test
  void a_good_night_pings_the_heartbeat_and_tells_nobody_else() {
    assertThat(stage.rollcall("sync").code()).isZero();
    assertThat(receiver.received())
        .extracting(Receiver.Received::path)
        .containsExactly("/pulse/start", "/pulse");
  }

  @Test
  void a_night_without_a_roster_is_told() {
    var ran = stage.rollcallWithKey("sb_secret_wrong", "sync");
    assertThat(ran.code()).isEqualTo(1);
    var told = told();
    assertThat(told.get("event").asString()).isEqualTo("run_ended");
    assertThat(told.get("status").asString()).isEqualTo("failed");
    assertThat(told.get("reason").asString()).contains("Supabase");
    assertThat(told.at("/totals/total").asInt()).isZero();
    assertThat(ran.err()).contains(told.get("run").asString());
    assertThat(receiver.received()).anyMatch(each -> each.path().equals("/pulse/fail"));
  }

  @Test
  void a_night_without_a_token_ends_before_it_begins_and_is_told_too() {
    assertThat(stage.rollcallWithToken("", "sync").code()).isEqualTo(2);
    assertThat(told().get("reason").asString()).contains("INTERCOM_ACCESS_TOKEN");
    assertThat(told().get("run").isNull()).isTrue();
    assertThat(receiver.received()).anyMatch(each -> each.path().equals("/pulse/fail"));
  }

  @Test
  void a_pause_is_told_to_those_who_asked_for_it() throws IOException {
    notifying("paused");
    assertThat(stage.rollcall("pause", "--why", "ask ana@example.org").code()).isZero();
    assertThat(stage.rollcall("sync").code()).isEqualTo(6);
    var told = told();
    assertThat(told.get("status").asString()).isEqualTo("paused");
    assertThat(told.get("reason").asString()).contains("a***@example.org");
    assertThat(receiver.received())
        .extracting(Receiver.Received::path)
        .contains("/pulse/start", "/pulse");
  }

  @Test
  void only_what_is_new_is_told_and_what_is_ignored_is_counted_apart() throws Exception {
    notifying("new_failures, recovered");
    assertThat(stage.rollcall("sync").code()).isZero();
    stage.sql(
        "insert into members(membernumber, firstname, lastname, username, email, status, membertypeid)"
            + " select '99990001', 'New', 'Member', 'n', min(email), 'Active', 6 from members"
            + " where status = 'Active' and email like '%@%'");
    var member = "99990001";
    var first = stage.rollcall("sync");
    assertThat(first.code()).as(first.err()).isEqualTo(3);
    assertThat(hooked()).hasSize(1);
    var news = hooked().getFirst().path("failures");
    assertThat(news.at("/new/0/count").asInt()).isEqualTo(1);
    assertThat(news.at("/new/0/members/0").asString()).isEqualTo(member);
    assertThat(stage.rollcall("sync").code()).isEqualTo(3);
    assertThat(hooked()).hasSize(1);
    var ignored = stage.rollcall("ignore", member, "--until", "7d", "--why", "asked");
    assertThat(ignored.code()).as(ignored.err()).isZero();
    assertThat(ignored.out()).contains("Failed in the last run that tried them: ");
    var quiet = stage.rollcall("sync");
    assertThat(quiet.code()).as(quiet.err()).isZero();
    assertThat(quiet.out()).contains("Failed: 1 (1 ignored)");
    stage.sql("update members set email = 'new@example.org' where membernumber = '99990001'");
    assertThat(stage.rollcall("sync").out()).contains("Right again: 1 member (" + member + ")");
    assertThat(hooked()).hasSize(2);
    assertThat(hooked().getLast().at("/failures/recovered/members/0").asString()).isEqualTo(member);
  }

  private List<JsonNode> hooked() {
    return receiver.received().stream()
        .filter(each -> each.path().equals("/hook"))
        .map(each -> JsonMapper.shared().readTree(each.body()))
        .toList();
  }

  @Test
  void a_broken_notifier_is_a_warning_and_changes_no_exit_code() throws IOException {
    notifying("always");
    receiver.answers(500);
    var ran = stage.rollcall("sync");
    assertThat(ran.code()).isZero();
    assertThat(ran.err())
        .contains("The webhook at 127.0.0.1 could not be told how the run ended: it answered 500.")
        .contains(
            "The heartbeat at 127.0.0.1 could not be told how the run ended: it answered 500.")
        .doesNotContain("/hook")
        .doesNotContain("/pulse")
        .doesNotContain("hush");
  }

  @Test
  void what_is_no_ordinary_run_is_told_to_nobody() throws IOException {
    notifying("always");
    assertThat(stage.rollcall("sync", "--dry-run").code()).isZero();
    assertThat(stage.rollcall("plan").code()).isZero();
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void a_test_message_says_of_each_what_came_of_it_and_pings_no_heartbeat() {
    var ran = stage.rollcall("notify");
    assertThat(ran.out()).isEqualTo("✓ webhook at 127.0.0.1: accepted.\n");
    assertThat(ran.code()).isZero();
    assertThat(told().get("event").asString()).isEqualTo("test");
    receiver.answers(403);
    var refused = stage.rollcall("notify", "--test");
    assertThat(refused.out()).isEqualTo("✗ webhook at 127.0.0.1: it answered 403.\n");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(receiver.received()).allMatch(each -> each.path().equals("/hook"));
  }

  @Test
  void a_test_with_nobody_named_says_so() throws IOException {
    stage.settings(text -> text);
    var ran = stage.rollcall("notify");
    assertThat(ran.err()).contains("Nobody is named under `notify:` in the settings.");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(stage.rollcall("notify", "--test").code()).isEqualTo(1);
  }

  private void notifying(String when) throws IOException {
    stage.settings(text -> with(text, when));
  }

  private String with(String settings, String when) {
    return settings
        + """

        notify:
          - webhook: { url: "%s", secret: hush, when: [%s] }
          - heartbeat: { url: "%s" }
        """
            .formatted(receiver.uri("/hook"), when, receiver.uri("/pulse"));
  }

  private JsonNode told() {
    return receiver.received().stream()
        .filter(each -> each.path().equals("/hook"))
        .map(each -> JsonMapper.shared().readTree(each.body()))
        .findFirst()
        .orElseThrow();
  }
}
