package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.OutputSchema;
import org.rollcall.app.RunRequest;
import org.rollcall.app.Selection;
import org.rollcall.review.History;
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
  void one_member_is_told_through_all_runs() {
    assertThat(screen.run(operations, "history", "--member", "10003")).isZero();
    Golden.assertMatches("history-member.txt", screen.out());
    var json = Captured.plain();
    json.run(operations, "history", "--member", "10003", "--json");
    OutputSchema.of("history").assertDescribes(json.out());
    assertThat(json.out()).contains("\"run-3\"", "\"run-2\"", "\"10003\"").doesNotContain("10002");
  }

  @Test
  void of_one_run_only_those_are_told_who_failed_or_are_asked_for() {
    assertThat(screen.run(operations, "history", "run-3", "--failed")).isZero();
    assertThat(screen.out()).contains("10002  failed", "10003  failed").doesNotContain("10001");
    var one = Captured.plain();
    one.run(operations, "history", "latest", "--member", "10001");
    assertThat(one.out()).contains("10001  created").doesNotContain("10002");
    var none = Captured.plain();
    none.run(operations, "history", "latest", "--member", "99999");
    assertThat(none.out()).contains("The run changed nobody who was asked for,");
  }

  @Test
  void runs_are_found_by_their_time_and_by_how_they_ended() {
    screen.run(operations, "history", "--since", "2026-11-22");
    assertThat(screen.out()).contains("run-3", "run-2").doesNotContain("run-1");
    var none = Captured.plain();
    assertThat(none.run(operations, "history", "--member", "10003", "--since", "2030-01-01"))
        .isZero();
    assertThat(none.out())
        .isEqualTo("No remembered run is of that kind. 'rollcall history' lists the latest.\n");
    var failed = Captured.plain();
    failed.run(operations, "history", "--failed");
    assertThat(failed.out()).contains("run-1").doesNotContain("runs in a row");
    assertThat(Captured.plain().run(operations, "history", "--since", "yesterday")).isEqualTo(2);
  }

  @Test
  void a_spreadsheet_reads_runs_and_what_they_wrote() {
    assertThat(screen.run(operations, "history", "--csv")).isZero();
    Golden.assertMatches("history.csv", screen.out());
    var run = Captured.plain();
    run.run(operations, "history", "run-3", "--csv", "--privacy", "mask");
    Golden.assertMatches("history-run.csv", run.out());
    assertThat(Captured.plain().run(operations, "history", "--csv", "--json")).isEqualTo(2);
  }

  @Test
  void without_any_run_there_is_no_latest() {
    operations.history = History.none();
    assertThat(screen.run(operations, "history", "latest")).isEqualTo(1);
    assertThat(screen.err()).startsWith("No such run is remembered yet.");
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
