package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.OutputSchema;
import org.rollcall.model.Pause;
import org.rollcall.support.Golden;
import tools.jackson.databind.json.JsonMapper;

class PauseCommandTest {
  private final FakeOperations operations = new FakeOperations();
  private final Captured screen = Captured.plain();

  @Test
  void it_says_what_it_does_to_runs_and_what_ends_it() {
    assertThat(screen.run(operations, "pause", "--until", "36h", "--why", "the roster is wrong"))
        .isZero();
    Golden.assertMatches("pause.txt", screen.out());
    assertThat(operations.pause.orElseThrow().until())
        .contains(Samples.EIGHT.plus(Duration.ofHours(36)));
  }

  @Test
  void resume_ends_it_and_says_what_it_was() {
    screen.run(operations, "pause", "--sync", "north");
    assertThat(screen.out()).contains("'rollcall resume --sync north' ends the pause.");
    assertThat(screen.run(operations, "resume", "--sync", "north")).isZero();
    assertThat(screen.out())
        .contains(
            "Sync north may run again. It was paused since 2026-11-23T08:00:00Z, until somebody resumes it, by ops of cron-1.");
    assertThat(operations.pause).isEmpty();
    screen.run(operations, "resume");
    assertThat(screen.out()).contains("Sync default is not paused.");
  }

  @Test
  void a_pause_that_is_over_before_it_begins_is_a_mistake() {
    assertThat(screen.run(operations, "pause", "--until", "2026-11-01")).isEqualTo(2);
    assertThat(screen.err())
        .contains("A pause until 2026-11-01T00:00:00Z would be over already. Nothing was paused.");
    assertThat(operations.pause).isEmpty();
  }

  @Test
  void programs_read_it() {
    screen.run(operations, "pause", "--until", "2026-12-01", "--why", "moving", "--json");
    OutputSchema.of("pause").assertDescribes(screen.out());
    var paused = JsonMapper.shared().readTree(screen.out());
    assertThat(paused.path("sync").asString()).isEqualTo("default");
    assertThat(paused.path("paused").asBoolean()).isTrue();
    assertThat(paused.path("until").asString()).isEqualTo("2026-12-01T00:00:00Z");
    assertThat(paused.path("who").asString()).isEqualTo("ops of cron-1");
    assertThat(paused.path("why").asString()).isEqualTo("moving");
  }

  @Test
  void undo_proposes_it_and_knows_one_that_is_there() {
    operations.report = Samples.succeeded();
    screen.run(operations, "undo", "run-1", "--yes");
    assertThat(screen.out())
        .contains(
            "The next sync writes it again, unless the roster or the settings change before. 'rollcall pause' keeps it from beginning until then.");
    operations.pause = Optional.of(new Pause(Samples.EIGHT, Optional.empty(), "ops of cron-1", ""));
    screen.run(operations, "undo", "run-1", "--yes");
    assertThat(screen.out())
        .contains("Sync default is paused, so no run writes it again until 'rollcall resume'.");
  }

  @Test
  void a_scheduler_may_take_a_pause_for_a_good_end() {
    operations.report = Samples.paused();
    assertThat(screen.run(operations, "sync")).isEqualTo(6);
    assertThat(screen.out()).startsWith("Paused. Sync default is paused");
    assertThat(screen.run(operations, "sync", "--skip-if-paused")).isZero();
  }
}
