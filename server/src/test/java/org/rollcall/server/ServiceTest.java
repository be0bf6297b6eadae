package org.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Trigger;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledRun;
import org.rollcall.run.RunStopped;

@Tag("slow")
class ServiceTest {
  private static final Instant EVENING = Instant.parse("2026-11-27T20:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-28T08:00:01Z");

  @TempDir private Path folder;
  private ServiceStage stage;

  @BeforeEach
  void open() throws IOException {
    stage = new ServiceStage(folder, EVENING);
    stage.settings("schedule: 0 8 * * *");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_run_starts_when_it_is_due_and_only_then() throws Exception {
    try (var service = stage.service()) {
      stage.awaitLook(service);
      assertThat(stage.runs()).isEmpty();
      assertThat(service.nextLook(SyncName.DEFAULT))
          .contains(Instant.parse("2026-11-28T08:00:00Z"));
      stage.clock.set(MORNING);
      stage.awaitRuns(1);
      stage.awaitLook(service);
      assertThat(service.nextLook(SyncName.DEFAULT))
          .contains(Instant.parse("2026-11-29T08:00:00Z"));
      assertThat(stage.get(service, "/metrics").body())
          .contains("rollcall_run_last_completion_age_seconds{sync=\"default\"}")
          .contains("rollcall_store_up 1.0")
          .contains("rollcall_schedule_late_seconds 0.0");
    }
    assertThat(stage.runs())
        .singleElement()
        .satisfies(
            run -> assertThat(run.starter().map(Starter::trigger)).contains(Trigger.SCHEDULE));
    assertThat(stage.world.contacts()).hasSize(1);
  }

  @Test
  void what_was_missed_while_nothing_was_up_is_made_up_once() throws Exception {
    try (var service = stage.service()) {
      stage.awaitLook(service);
    }
    stage.clock.set(MORNING.plusSeconds(3 * 86_400));
    try (var service = stage.service()) {
      stage.awaitRuns(1);
      stage.awaitLook(service);
    }
    assertThat(stage.runs()).hasSize(1);
  }

  @Test
  void a_paused_sync_is_not_run_and_nothing_of_the_pause_is_made_up() throws Exception {
    try (var service = stage.service();
        var program = stage.program()) {
      stage.awaitLook(service);
      var brake = program.brake(stage.selection());
      brake.pull(Optional.empty(), "the roster is wrong");
      stage.clock.set(MORNING);
      stage.awaitLook(service);
      brake.release();
      stage.clock.set(MORNING.plusSeconds(60));
      stage.awaitLook(service);
      assertThat(service.nextLook(SyncName.DEFAULT))
          .contains(Instant.parse("2026-11-29T08:00:00Z"));
    }
    assertThat(stage.runs()).isEmpty();
  }

  @Test
  void settings_are_read_again_whole_or_not_at_all() throws Exception {
    try (var service = stage.service()) {
      stage.awaitLook(service);
      stage.settings("schedule: 0 25 * * *");
      assertThatThrownBy(service::reload)
          .isInstanceOf(RunStopped.class)
          .hasMessageContaining("rollcall.yaml:1");
      assertThat(service.nextLook(SyncName.DEFAULT))
          .contains(Instant.parse("2026-11-28T08:00:00Z"));
      stage.settings("schedule: 0 6 * * *");
      service.reload();
      stage.awaitLook(service);
      assertThat(service.nextLook(SyncName.DEFAULT))
          .contains(Instant.parse("2026-11-28T06:00:00Z"));
      stage.settings("");
      service.reload();
      ServiceStage.await(() -> service.nextLook(SyncName.DEFAULT).isEmpty());
    }
  }

  @Test
  void a_file_has_one_service_at_a_time() {
    try (var _ = stage.service()) {
      assertThatThrownBy(stage::service)
          .isInstanceOf(RunStopped.class)
          .hasMessageContaining("Another 'rollcall serve'")
          .hasMessageContaining("store.url");
    }
    try (var service = stage.service()) {
      assertThat(service.isShared()).isFalse();
    }
  }

  @Test
  void a_run_that_somebody_asked_for_begins_anew_if_the_service_ended_before_it() throws Exception {
    stage.roster.hold();
    try (var service = stage.service()) {
      stage.awaitLook(service);
      assertThat(stage.post(service, "/api/v1/syncs/default/runs").statusCode()).isEqualTo(202);
      ServiceStage.await(() -> !stage.runs().isEmpty());
    }
    stage.roster.release();
    stage.clock.set(EVENING.plusSeconds(20));
    try (var service = stage.service()) {
      stage.awaitRuns(2);
      stage.awaitLook(service);
    }
    assertThat(stage.runs())
        .extracting(JournaledRun::status)
        .containsExactly(Optional.of(EndedAs.SUCCEEDED), Optional.of(EndedAs.INTERRUPTED));
    assertThat(stage.runs())
        .allSatisfy(run -> assertThat(run.starter().map(Starter::trigger)).contains(Trigger.API));
    assertThat(stage.said).anyMatch(said -> said.contains("It is begun anew as run"));
  }

  @Test
  void wrong_settings_start_nothing() throws Exception {
    stage.settings("schedule: whenever");
    assertThatThrownBy(stage::service)
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("rollcall.yaml:1");
  }

  @Test
  void it_says_how_it_is() throws Exception {
    try (var service = stage.service()) {
      assertThat(stage.get(service, "/healthz").body()).isEqualTo("alive\n");
      assertThat(stage.get(service, "/readyz").body()).isEqualTo("ready\n");
      var missing = stage.get(service, "/nowhere");
      assertThat(missing.statusCode()).isEqualTo(404);
      assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(missing.body()).contains("\"status\":404").doesNotContain("javalin");
      assertThat(missing.headers().firstValue("Server")).isEmpty();
    }
  }
}
