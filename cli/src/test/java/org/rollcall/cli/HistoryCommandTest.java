package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.app.RunRequest;
import org.rollcall.app.Selection;
import org.rollcall.support.Golden;

class HistoryCommandTest {
  private final FakeOperations operations = new FakeOperations();
  private final Captured screen = Captured.plain();

  @Test
  void the_latest_runs_are_a_table_with_whoever_keeps_failing() {
    assertThat(screen.run(operations, "history")).isZero();
    Golden.assertMatches("history.txt", screen.out());
  }

  @Test
  void one_run_is_told_in_full_with_failures_by_their_cause() {
    assertThat(screen.run(operations, "history", "run-3")).isZero();
    Golden.assertMatches("history-run.txt", screen.out());
  }

  @Test
  void a_program_reads_the_same_as_json() {
    assertThat(screen.run(operations, "history", "--json", "--last", "1")).isZero();
    Golden.assertMatches("history.json", screen.out());
  }

  @Test
  void a_program_reads_one_run_as_json_with_people_masked_where_asked() {
    assertThat(screen.run(operations, "history", "run-3", "--json", "--privacy", "mask")).isZero();
    Golden.assertMatches("history-run.json", screen.out());
    assertThat(screen.out()).doesNotContain("ana@example.org");
  }

  @Test
  void a_run_that_nobody_remembers_is_an_error() {
    assertThat(screen.run(operations, "history", "run-9")).isEqualTo(1);
    assertThat(screen.err())
        .contains("No run is called run-9. 'rollcall history' lists the latest.");
  }

  @Test
  void undo_shows_first_and_writes_only_when_told() {
    assertThat(screen.run(operations, "undo", "run-3", "--member", "10001")).isZero();
    Golden.assertMatches("undo.txt", screen.out());
    assertThat(screen.run(operations, "undo", "run-3", "--yes", "--force")).isZero();
    assertThat(operations.asked)
        .containsExactly(
            new RunRequest.Undo("run-3", Optional.of("10001"), RunRequest.Overrides.NONE),
            new FakeOperations.Started(
                Selection.USUAL,
                new RunRequest.Undo(
                    "run-3",
                    Optional.empty(),
                    new RunRequest.Overrides(true, false, Optional.empty()))));
    assertThat(screen.out()).contains("📊 Intercom Daily Sync Summary:");
  }

  @Test
  void a_program_reads_what_an_undo_would_do_as_json() {
    assertThat(screen.run(operations, "undo", "run-3", "--json")).isZero();
    Golden.assertMatches("undo.json", screen.out());
  }
}
