package org.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.run.Report;
import tools.jackson.databind.JsonNode;

/// The API as a program sees it. Each request and each answer is held against the description.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class ApiTest {
  private static final String SYNC = "/api/v1/syncs/default";

  private static final Instant EVENING = Instant.parse("2026-11-27T20:00:00Z");

  private ApiStage api;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    api = ApiStage.in(folder, EVENING);
  }

  @AfterAll
  void close() {
    api.close();
  }

  @Test
  void a_run_is_begun_followed_and_looked_at() throws Exception {
    var begun = api.post(SYNC + "/runs", "{\"resend\": true}");
    assertThat(begun.statusCode()).isEqualTo(202);
    var run = begun.headers().firstValue("Location").orElseThrow();
    var events = api.events(run, "0");
    assertThat(events.getLast()).contains("id: end", "event: end", "data: {\"run\":");
    assertThat(events).anyMatch(event -> event.contains("event: started"));
    assertThat(events).anyMatch(event -> event.contains("event: finished"));
    assertThat(api.events(run, "2")).hasSizeLessThan(events.size());
    assertThat(api.get(run + "/events", "Last-Event-ID", "end").statusCode()).isEqualTo(204);

    var read = api.read(run);
    assertThat(read.path("status").asString()).isEqualTo("succeeded");
    assertThat(read.path("trigger").asString()).isEqualTo("api");
    assertThat(read.path("user").asString()).isEqualTo("token operator");
    assertThat(api.read(run + "/changes").path("items").isArray()).isTrue();
    assertThat(api.read(run + "/failures").path("items")).isEmpty();
    assertThat(api.read(run + "/notices").path("items").isArray()).isTrue();
    assertThat(api.post(run + "/stop", "").statusCode()).isEqualTo(409);
  }

  @Test
  void runs_are_listed_newest_first_and_page_by_page() throws Exception {
    for (int each = 0; each < 3; each++) {
      api.run(api.post(SYNC + "/runs", ""));
    }
    var whole = api.read(SYNC + "/runs").path("items");
    var first = api.read(SYNC + "/runs?limit=2");
    assertThat(first.path("items")).hasSize(2);
    var second = api.read(SYNC + "/runs?limit=2&cursor=" + first.path("next").asString());
    assertThat(first.path("items").get(0)).isEqualTo(whole.get(0));
    assertThat(second.path("items").get(0)).isEqualTo(whole.get(2));
    assertThat(api.read(SYNC + "/runs?limit=500").path("next").isNull()).isTrue();
    for (var wrong : new String[] {"limit=0", "limit=501", "limit=all", "cursor=x", "colour=red"}) {
      assertThat(api.get(SYNC + "/runs?" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(api.get(SYNC + "/runs?colour=red").body()).contains("'colour'");
  }

  @Test
  void a_request_that_is_sent_again_is_not_done_again() throws Exception {
    var first = api.post(SYNC + "/runs", "{\"limit\": 1}", "Idempotency-Key", "k-1");
    api.run(first);
    var again = api.post(SYNC + "/runs", "{\"limit\": 1}", "Idempotency-Key", "k-1");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(api.post(SYNC + "/runs", "", "Idempotency-Key", "k-1").statusCode()).isEqualTo(422);
    assertThat(api.post(SYNC + "/runs", "", "Idempotency-Key", "not a key").statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_sync_has_one_run_at_a_time_and_it_can_be_stopped() throws Exception {
    api.hold();
    var begun = api.post(SYNC + "/runs", "");
    var run = begun.headers().firstValue("Location").orElseThrow();
    assertThat(api.read(run).path("status").asString()).isEqualTo("running");
    var other = api.post(SYNC + "/runs", "", "Idempotency-Key", "k-2");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains(run.substring(run.lastIndexOf('/') + 1));
    assertThat(api.post(run + "/stop", "").statusCode()).isEqualTo(202);
    api.release();
    assertThat(api.run(begun).path("status").asString()).isEqualTo("interrupted");
    var later = api.post(SYNC + "/runs", "", "Idempotency-Key", "k-2");
    assertThat(later.statusCode()).as("what was refused can be tried again").isEqualTo(202);
    api.run(later);
  }

  @Test
  void a_plan_is_made_read_approved_and_taken_back(@TempDir Path other) throws Exception {
    try (var fresh = ApiStage.in(other, EVENING)) {
      planned(fresh);
    }
  }

  private static void planned(ApiStage api) throws Exception {
    var made = api.post(SYNC + "/plans", "");
    assertThat(made.statusCode()).isEqualTo(201);
    var plan = made.headers().firstValue("Location").orElseThrow();
    var page = api.read(plan);
    assertThat(page.path("items").get(0).path("action").asString()).isEqualTo("create");
    assertThat(page.path("items").get(0).path("email").asString()).isEqualTo("ann@example.org");
    assertThat(api.readAsViewer(plan).path("items").get(0).path("email").asString())
        .isEqualTo("a***@example.org");
    assertThat(api.contacts()).isZero();
    var run = api.run(api.post(plan + "/approve", ""));
    assertThat(run.path("command").asString()).isEqualTo("apply");
    assertThat(run.path("totals").path("created").asInt()).isEqualTo(1);
    assertThat(api.contacts()).isEqualTo(1);

    var again = api.run(api.post(plan + "/approve", ""));
    assertThat(again.path("totals").path("skipped").asInt())
        .as("the plan does not hold any more")
        .isEqualTo(1);

    var id = run.path("run").asString();
    var change = api.readAsViewer("/api/v1/runs/" + id + "/changes").path("items").get(0);
    assertThat(change.path("email").asString()).isEqualTo("a***@example.org");
    var undone = api.run(api.post("/api/v1/runs/" + id + "/undo", "{\"member\": \"1001\"}"));
    assertThat(undone.path("command").asString()).isEqualTo("undo");
    assertThat(undone.path("status").asString()).isEqualTo("succeeded");
    assertThat(api.get("/api/v1/plans/" + "0".repeat(64)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_run_of_named_members_is_about_them_alone() throws Exception {
    var run = api.run(api.post(SYNC + "/runs", "{\"members\": [\"1001\"]}"));
    assertThat(run.path("status").asString()).isEqualTo("succeeded");
    assertThat(run.path("totals").path("total").asInt()).isEqualTo(1);
    var unknown = api.run(api.post(SYNC + "/runs", "{\"members\": [\"1002\"]}"));
    assertThat(unknown.path("status").asString()).isEqualTo("failed");
    assertThat(unknown.path("reason").asString()).contains("no eligible member 1002");
  }

  @Test
  void a_dry_run_says_what_would_be_done_and_does_nothing(@TempDir Path other) throws Exception {
    try (var fresh = ApiStage.in(other, EVENING)) {
      var run = fresh.run(fresh.post(SYNC + "/runs", "{\"dry_run\": true, \"limit\": 5}"));
      assertThat(run.path("command").asString()).isEqualTo("dry_run");
      assertThat(run.path("status").asString()).isEqualTo("succeeded");
      assertThat(run.path("totals").path("total").asInt()).isEqualTo(1);
      assertThat(fresh.contacts()).isZero();
      assertThat(fresh.read(SYNC + "/runs").path("items")).isEmpty();
      assertThat(fresh.read(SYNC).path("health").asString()).isEqualTo("unknown");
    }
  }

  @Test
  void what_a_plan_takes_back_is_looked_at_first_and_exactly_that_is_taken_back(@TempDir Path other)
      throws Exception {
    try (var fresh = ApiStage.in(other, EVENING)) {
      var run = fresh.run(fresh.post(SYNC + "/runs", "")).path("run").asString();
      var made = fresh.post("/api/v1/runs/" + run + "/undo/plans", "{\"member\": \"1001\"}");
      assertThat(made.statusCode()).isEqualTo(201);
      var plan = made.headers().firstValue("Location").orElseThrow();
      var page = fresh.read(plan);
      assertThat(page.path("undoes").path("run").asString()).isEqualTo(run);
      assertThat(page.path("undoes").path("member").asString()).isEqualTo("1001");
      assertThat(page.path("items").get(0).path("action").asString()).isEqualTo("restore");
      assertThat(fresh.readAsViewer(plan).path("items").get(0).path("email").asString())
          .isEqualTo("a***@example.org");
      assertThat(fresh.read(SYNC + "/runs").path("items")).hasSize(1);

      var undone = fresh.run(fresh.post(plan + "/approve", ""));
      assertThat(undone.path("command").asString()).isEqualTo("undo");
      assertThat(undone.path("totals").path("updated").asInt()).isEqualTo(1);
      var again = fresh.run(fresh.post(plan + "/approve", ""));
      assertThat(again.path("totals").path("skipped").asInt())
          .as("the plan does not hold any more")
          .isEqualTo(1);
      assertThat(fresh.post("/api/v1/runs/nothing/undo/plans", "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_plan_that_takes_long_is_asked_for_later() throws Exception {
    api.hold();
    var asked =
        api.post(SYNC + "/plans", "", "Prefer", "respond-async", "Idempotency-Key", "k-plan");
    assertThat(asked.statusCode()).isEqualTo(202);
    var request = asked.headers().firstValue("Location").orElseThrow();
    assertThat(api.read(request).path("status").asString()).isEqualTo("making");
    api.release();
    ServiceStage.await(() -> api.said(request).path("status").asString().equals("made"));
    var plan = "/api/v1/plans/" + api.read(request).path("plan").asString();
    assertThat(api.read(plan).path("sync").asString()).isEqualTo("default");
    assertThat(
            api.post(SYNC + "/plans", "", "Prefer", "wait=30", "Idempotency-Key", "k-plan").body())
        .as("the same request again")
        .isEqualTo(asked.body());
    assertThat(api.get("/api/v1/plan-requests/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void a_run_of_another_process_is_followed_and_stopped() throws Exception {
    api.hold();
    var run = api.beside();
    var path = "/api/v1/runs/" + run.id();
    ServiceStage.await(() -> api.said(path).path("status").asString().equals("running"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var heard = threads.submit(() -> api.events(path, "0"));
      assertThat(api.post(path + "/stop", "").statusCode()).isEqualTo(202);
      ServiceStage.await(() -> run.stop().getAsBoolean());
      api.release();
      assertThat(run.await().status()).isEqualTo(Report.Status.INTERRUPTED);
      var events = heard.get(30, TimeUnit.SECONDS);
      assertThat(events.getFirst()).startsWith("id: j1\nevent: started");
      assertThat(events.getLast()).startsWith("id: end");
      assertThat(events)
          .anyMatch(event ->
              event.contains("\"status\" : \"interrupted\"")
                  || event.contains("\"status\":\"interrupted\""));
    }
    assertThat(api.post(path + "/stop", "").statusCode()).isEqualTo(409);
  }

  @Test
  void a_run_that_is_long_over_is_told_from_the_journal() throws Exception {
    var run = api.beside();
    assertThat(run.await().status()).isEqualTo(Report.Status.SUCCEEDED);
    var path = "/api/v1/runs/" + run.id();
    var events = api.events(path, "0");
    assertThat(events).hasSizeGreaterThanOrEqualTo(5);
    assertThat(events.get(2)).startsWith("id: j3\nevent: planned");
    assertThat(api.events(path, "j3").getFirst()).doesNotContain("event: planned");
    assertThat(api.get(path + "/events", "Last-Event-ID", "jx").statusCode()).isEqualTo(400);
  }

  @Test
  void a_plan_of_other_settings_is_not_carried_out() throws Exception {
    var plan = api.post(SYNC + "/plans", "").headers().firstValue("Location").orElseThrow();
    api.named("member.lastname");
    var refused = api.post(plan + "/approve", "");
    api.named(ApiStage.USUAL_NAME);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("made with other settings", "Nothing was written.");
  }

  @Test
  void a_sync_tells_how_it_is() throws Exception {
    api.run(api.post(SYNC + "/runs", ""));
    var sync = api.read(SYNC);
    assertThat(sync.path("health").asString()).isEqualTo("healthy");
    assertThat(sync.path("next_run").path("earliest").asString()).isEqualTo("2026-11-28T08:00:00Z");
    assertThat(sync.path("last_run").path("sync").asString()).isEqualTo("default");
    assertThat(api.read("/api/v1/syncs").path("items").get(0)).isEqualTo(sync);
    var tag = api.get(SYNC).headers().firstValue("ETag").orElseThrow();
    var same = api.get(SYNC, "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(api.get("/api/v1/syncs/north").statusCode()).isEqualTo(404);
  }

  @Test
  void a_sync_is_paused_and_resumed() throws Exception {
    var paused =
        api.put(SYNC + "/pause", "{\"until\": \"2026-12-01T12:00:00Z\", \"why\": \"a reason\"}");
    assertThat(paused.statusCode()).isEqualTo(200);
    var pause = api.read(SYNC + "/pause");
    assertThat(pause.path("who").asString()).isEqualTo("token operator");
    assertThat(pause.path("until").asString()).isEqualTo("2026-12-01T12:00:00Z");
    assertThat(api.read(SYNC).path("health").asString()).isEqualTo("paused");
    assertThat(api.run(api.post(SYNC + "/runs", "")).path("status").asString()).isEqualTo("paused");
    assertThat(api.put(SYNC + "/pause", "{\"until\": \"2026-11-01T12:00:00Z\"}").statusCode())
        .isEqualTo(422);
    assertThat(api.delete(SYNC + "/pause").statusCode()).isEqualTo(200);
    assertThat(api.read(SYNC + "/pause").path("paused").asBoolean()).isFalse();
  }

  @Test
  void members_are_explained_and_ignored() throws Exception {
    api.run(api.post(SYNC + "/runs", ""));
    var member = api.read(SYNC + "/members/1001");
    assertThat(member.path("eligible").asBoolean()).isTrue();
    assertThat(member.path("fields").path("email").path("wanted").asString())
        .isEqualTo("ann@example.org");
    assertThat(
            api.readAsViewer(SYNC + "/members/ann%40example.org")
                .path("fields")
                .path("email")
                .path("wanted")
                .asString())
        .isEqualTo("a***@example.org");
    assertThat(api.get(SYNC + "/members/nobody").statusCode()).isEqualTo(404);
    assertThat(api.read(SYNC + "/orphans").path("orphans")).isEmpty();

    var ignored =
        api.put(
            SYNC + "/ignored/1001", "{\"until\": \"2026-12-31T00:00:00Z\", \"why\": \"known\"}");
    assertThat(ignored.statusCode()).isEqualTo(200);
    assertThat(api.read(SYNC + "/ignored").path("ignored").get(0).path("who").asString())
        .isEqualTo("token operator");
    assertThat(api.delete(SYNC + "/ignored/1001").statusCode()).isEqualTo(204);
    assertThat(api.read(SYNC + "/ignored").path("ignored")).isEmpty();
    assertThat(api.put(SYNC + "/ignored/1001", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void an_administrator_has_the_settings_read_again_whole_or_not_at_all() throws Exception {
    var reload = "/api/v1/settings/reload";
    assertThat(api.post(reload, "").statusCode()).isEqualTo(403);
    api.settings("schedule: 0 25 * * *");
    var refused = api.postAsAdmin(reload);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("rollcall.yaml:1");
    api.settings("schedule: 0 6 * * *");
    assertThat(api.postAsAdmin(reload).body()).contains("\"default\"");
    assertThat(api.read(SYNC).path("next_run").path("earliest").asString()).contains("T06:00:00");
    api.settings("schedule: 0 8 * * *");
    assertThat(api.postAsAdmin(reload).statusCode()).isEqualTo(200);
  }

  @Test
  void the_doctor_says_what_is_wrong() throws Exception {
    assertThat(api.read(SYNC + "/doctor").path("findings")).isNotEmpty();
  }

  @Test
  void what_is_not_as_described_is_refused_by_its_name() throws Exception {
    var refusals =
        Map.of(
            "{\"colour\": 1}", 400,
            "{\"limit\": 0}", 400,
            "{\"limit\": \"1\"}", 400,
            "{\"force\": \"yes\"}", 400,
            "{\"members\": []}", 400,
            "{\"members\": [\"1001\"], \"limit\": 1}", 400,
            "{\"dry_run\": true, \"force\": true}", 400,
            "[]", 400,
            "{", 400);
    for (var each : refusals.entrySet()) {
      assertThat(api.post(SYNC + "/runs", each.getKey()).statusCode())
          .as(each.getKey())
          .isEqualTo(each.getValue());
    }
    assertThat(api.post(SYNC + "/runs", "{\"colour\": 1}").body()).contains("'colour'");
    assertThat(api.post(SYNC + "/runs", "x", "Content-Type", "text/plain").statusCode())
        .isEqualTo(415);
    assertThat(
            api.post(SYNC + "/runs", "{\"limit\": 1, \"x\": \"%s\"}".formatted("x".repeat(70_000)))
                .statusCode())
        .isEqualTo(413);
    assertThat(api.get("/api/v1/runs/nothing").statusCode()).isEqualTo(404);
    assertThat(api.get("/api/v1/runs/nothing/events").statusCode()).isEqualTo(404);
  }

  @Test
  void a_viewer_reads_and_does_nothing() throws Exception {
    assertThat(api.postAsViewer(SYNC + "/runs").statusCode()).isEqualTo(403);
    assertThat(api.postAsViewer(SYNC + "/plans").statusCode()).isEqualTo(403);
    JsonNode served = api.read("/api/v1/openapi.json");
    assertThat(served.path("openapi").asString()).isEqualTo("3.1.0");
  }
}
