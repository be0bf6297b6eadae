package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.apply.Result;
import org.rollcall.run.Basis;
import org.rollcall.run.RunEvent;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogsTest {
  @TempDir private Path folder;
  private final FakeOperations operations = new FakeOperations();

  @BeforeEach
  void one_member_fails() {
    var cause = new IOException("connection reset");
    var failed = new Result.Failed("No answer came.", true, Optional.of(cause));
    operations.events =
        List.of(
            new RunEvent.Started("run-1", Basis.INTERCOM),
            new RunEvent.RosterPage(1, 1000),
            new RunEvent.Settled(Samples.outcome("10001", failed), 20, 40));
  }

  @Test
  void l1_a_log_in_a_file_has_times_levels_progress_and_stack_traces() {
    var screen = Captured.plain();
    screen.run(operations, "sync");
    assertThat(screen.err().lines())
        .anyMatch(line ->
            line.matches(
                "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  Run run-1 started"))
        .anyMatch(line -> line.endsWith("INFO  Fetched page 1 (1000 members so far...)"))
        .anyMatch(line -> line.endsWith("INFO  Progress: 20/40 members synced"))
        .anyMatch(line -> line.contains("ERROR Failed member 10001"))
        .anyMatch(line -> line.equals("java.io.IOException: connection reset"));
  }

  @Test
  void people_are_masked_where_a_log_may_be_kept() {
    var screen = Captured.plain();
    screen.run(operations, "sync");
    assertThat(screen.err()).contains("a***@example.org, A*** D***").doesNotContain("Ana Diaz");
  }

  @Test
  void people_are_shown_on_a_terminal_and_masked_in_the_file_beside_it() {
    var screen = new Captured(Terminal.Look.MONOCHROME);
    var file = folder.resolve("night.log");
    screen.run(operations, "sync", "--log-file", file.toString());
    assertThat(screen.err()).contains("ana@example.org, Ana Diaz").doesNotContain("\tat ");
    assertThat(file)
        .content()
        .contains("a***@example.org, A*** D***", "Progress: 20/40", "\tat ")
        .doesNotContain("Ana Diaz");
  }

  @Test
  void the_person_may_choose_otherwise() throws IOException {
    var screen = new Captured(Terminal.Look.MONOCHROME);
    var file = folder.resolve("night.log");
    operations.report = Samples.partial();
    var report = folder.resolve("report.json");
    screen.run(operations, "sync", "--privacy=mask", "--log-file=" + file, "--report=" + report);
    assertThat(screen.err() + screen.out() + Files.readString(file) + Files.readString(report))
        .contains("a***@example.org")
        .doesNotContain("ana@example.org", "Ana Diaz");
    var shown = Captured.plain();
    shown.run(operations, "sync", "--privacy=show");
    assertThat(shown.err()).contains("ana@example.org, Ana Diaz");
  }

  @Test
  void a_terminal_leaves_progress_to_the_bar() {
    var screen = new Captured(Terminal.Look.MONOCHROME);
    screen.run(operations, "sync");
    assertThat(screen.err())
        .contains("Run run-1 started", "Applying")
        .doesNotContain("Fetched page 1", "Progress: 20/40");
  }

  @Test
  void l1_json_lines_carry_fields_of_stable_names() {
    var screen = Captured.plain();
    screen.run(operations, "sync", "--log-format=json");
    var lines = screen.err().lines().map(LogsTest::parsed).toList();
    assertThat(lines).hasSize(4);
    var failure = lines.get(2);
    assertThat(failure.get("level").asString()).isEqualTo("ERROR");
    assertThat(failure.get("run").asString()).isEqualTo("run-1");
    assertThat(failure.get("member").asString()).isEqualTo("10001");
    assertThat(failure.get("email").asString()).isEqualTo("a***@example.org");
    assertThat(failure.get("request_id").asString()).isEqualTo("req-10001");
    assertThat(failure.get("stack_trace").asString()).contains("connection reset");
  }

  @Test
  void warnings_of_the_libraries_are_heard_and_their_chatter_is_not() {
    var screen = Captured.plain();
    operations.trouble =
        () -> {
          var library = LoggerFactory.getLogger("com.example.library");
          library.warn("The pool is exhausted");
          library.info("The pool has 5 connections");
          LoggerFactory.getLogger("org.flywaydb.core").error("No room", new IOException("full"));
        };
    screen.run(operations, "sync");
    assertThat(screen.err())
        .contains("WARN  The pool is exhausted")
        .doesNotContain("The pool has 5 connections", "No room");
  }

  private static JsonNode parsed(String line) {
    return JsonMapper.shared().readTree(line);
  }
}
