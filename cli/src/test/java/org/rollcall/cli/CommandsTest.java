package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.app.RunRequest;
import org.rollcall.app.Selection;
import org.rollcall.app.Validation;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.Rate;
import org.rollcall.model.Workspace;
import org.rollcall.review.Explanation;
import org.rollcall.run.Delivery;
import org.rollcall.run.PlanReview;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.SettingsText;
import org.rollcall.support.Golden;

class CommandsTest {
  @TempDir private Path folder;
  private final FakeOperations operations = new FakeOperations();
  private final Captured screen = Captured.plain();

  @Test
  void c1_sync_passes_on_what_it_was_told() {
    var code =
        screen.run(
            operations, "sync", "--limit=7", "--batch-size", "50", "--config", "a.yaml", "--force");
    assertThat(code).isZero();
    assertThat(operations.asked)
        .containsExactly(
            new FakeOperations.Started(
                new Selection(Optional.of(Path.of("a.yaml")), Optional.empty(), Optional.empty()),
                new RunRequest.Everybody(
                    OptionalInt.of(7),
                    OptionalInt.of(50),
                    new RunRequest.Overrides(true, false, Optional.empty()))));
    assertThat(screen.out()).startsWith("📊 Intercom Daily Sync Summary:");
  }

  @Test
  void a_run_may_mean_the_new_mapping_and_nothing_else() {
    assertThat(screen.run(operations, "sync", "--accept-mapping-change")).isZero();
    assertThat(operations.asked)
        .containsExactly(
            new FakeOperations.Started(
                Selection.USUAL,
                new RunRequest.Everybody(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    RunRequest.Overrides.NONE.meaningMapping(true))));
  }

  @Test
  void a_plan_says_that_a_sync_would_refuse_it_and_how_to_go_on() {
    operations.review = Samples.refused();
    assertThat(screen.run(operations, "plan")).isZero();
    Golden.assertMatches("plan-refused.txt", screen.out());
    var json = Captured.plain();
    assertThat(json.run(operations, "plan", "--json")).isZero();
    Golden.assertMatches("plan-refused.json", json.out());
  }

  @Test
  void a_plan_says_what_is_new_in_the_mapping_also_where_a_sync_would_go() {
    operations.review = new PlanReview(Samples.refused().mapping(), Optional.empty());
    assertThat(screen.run(operations, "plan")).isZero();
    assertThat(screen.out())
        .endsWith(
            "The mapping has changed since the last good run: custom_attributes.level is new; custom_attributes.region is made in another way.\n");
    operations.review = PlanReview.NONE;
    assertThat(screen.run(operations, "plan", "--json")).isZero();
    assertThat(screen.out())
        .contains("\"mapping\" : {\n    \"new\" : [ ],\n    \"changed\" : [ ]\n  }")
        .contains("\"refusal\" : null");
  }

  @Test
  void c1_a_dry_run_is_another_operation_and_not_a_flag() {
    operations.report = Samples.simulated();
    assertThat(screen.run(operations, "sync", "--dry-run")).isZero();
    assertThat(operations.asked)
        .containsExactly(
            new FakeOperations.Started(
                Selection.USUAL, new RunRequest.Simulated(OptionalInt.empty())));
    assertThat(screen.out()).contains("Would upsert: 20112 (simulated)");
  }

  @Test
  void logs_go_to_standard_error_and_results_to_standard_output() {
    operations.events = List.of(new RunEvent.RosterCounted(20123, 1000));
    screen.run(operations, "sync");
    assertThat(screen.err()).contains("INFO  Total members to fetch: 20123");
    assertThat(screen.out()).doesNotContain("Total members to fetch");
  }

  @ParameterizedTest
  @CsvSource({"SUCCEEDED, 0", "FAILED, 1", "PARTIAL, 3", "REFUSED, 4", "INTERRUPTED, 130"})
  void sync_exits_as_its_report_ended(Report.Status status, int code) {
    operations.report = Samples.ended(status, Optional.empty());
    assertThat(screen.run(operations, "sync")).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"FAILED, 1", "SETTINGS, 2", "REFUSED, 4"})
  void a_run_that_cannot_begin_says_why_in_one_sentence(RunStopped.Kind kind, int code) {
    operations.trouble =
        () -> {
          throw new RunStopped(kind, "The token is refused; make a new one.");
        };
    assertThat(screen.run(operations, "sync")).isEqualTo(code);
    assertThat(screen.err().lines())
        .singleElement()
        .asString()
        .endsWith("ERROR The token is refused; make a new one.");
  }

  @Test
  void an_interrupted_command_exits_130() {
    operations.trouble =
        () -> {
          throw new InterruptedException();
        };
    assertThat(screen.run(operations, "plan")).isEqualTo(130);
  }

  @Test
  void what_nobody_foresaw_is_a_sentence_and_the_trace_is_in_the_log() {
    operations.trouble =
        () -> {
          throw new IllegalStateException("seven");
        };
    var live = new Captured(Terminal.Look.MONOCHROME);
    var log = folder.resolve("night.log");
    assertThat(live.run(operations, "sync", "--log-file", log.toString())).isEqualTo(1);
    assertThat(live.err().trim().lines()).hasSize(1);
    assertThat(live.err())
        .contains("a mistake in Rollcall", "The stack trace is in " + log)
        .doesNotContain("IllegalStateException", "\tat ");
    assertThat(log).content().contains("IllegalStateException: seven", "\tat org.rollcall");
  }

  @Test
  void verbose_shows_the_trace_on_a_terminal() {
    operations.trouble =
        () -> {
          throw new IllegalStateException("seven");
        };
    var live = new Captured(Terminal.Look.MONOCHROME);
    assertThat(live.run(operations, "sync", "--verbose")).isEqualTo(1);
    assertThat(live.err()).contains("The stack trace follows.", "\tat org.rollcall");
  }

  @Test
  void c1_plan_shows_and_changes_its_exit_code_only_when_asked() {
    assertThat(screen.run(operations, "plan", "--limit=3")).isZero();
    assertThat(operations.asked).containsExactly(OptionalInt.of(3));
    assertThat(screen.out()).contains("~ 10002  bo@example.org").contains("NGL → GL");
    assertThat(screen.run(operations, "plan", "--exit-code")).isEqualTo(5);
    operations.plan = Samples.emptyPlan();
    assertThat(screen.run(operations, "plan", "--exit-code")).isZero();
  }

  @Test
  void json_is_all_there_is_on_standard_output() {
    screen.run(operations, "plan", "--json");
    assertThat(screen.out()).startsWith("{").endsWith("}\n").contains("\"counts\"");
    var other = Captured.plain();
    other.run(operations, "sync", "--json");
    assertThat(other.out()).startsWith("{").endsWith("}\n").contains("\"duplicates_resolved\"");
  }

  @Test
  void a_report_that_cannot_be_written_fails_a_run_that_converged() {
    var file = "/dev/full";
    assumeTrue(Files.exists(Path.of(file)), "only some systems have a disk that is always full");
    assertThat(screen.run(operations, "sync", "--report", file)).isEqualTo(1);
    assertThat(screen.out()).contains("✨ Created: 23");
    assertThat(screen.err()).contains("could not be written");
    operations.report = Samples.partial();
    assertThat(screen.run(operations, "sync", "--report", file)).isEqualTo(3);
  }

  @Test
  void a_log_does_not_mix_with_the_result() {
    assertThat(screen.run(operations, "sync", "--log-file", "-")).isEqualTo(2);
    assertThat(operations.asked).isEmpty();
    assertThat(screen.err()).contains("name a file with --log-file");
  }

  @Test
  void a_report_in_no_folder_stops_the_run_before_it_begins() {
    var file = folder.resolve("nowhere/report.json").toString();
    assertThat(screen.run(operations, "sync", "--report", file)).isEqualTo(2);
    assertThat(operations.asked).isEmpty();
    assertThat(screen.err()).contains("report cannot be written to", "there is no such folder");
  }

  @Test
  void a_log_file_that_cannot_be_written_stops_the_run_before_it_begins() {
    var file = folder.resolve("nowhere/night.log").toString();
    assertThat(screen.run(operations, "sync", "--log-file", file)).isEqualTo(2);
    assertThat(operations.asked).isEmpty();
    assertThat(screen.err()).contains("cannot be written: there is no such folder");
  }

  @Test
  void init_names_the_workspace_that_the_token_opens() {
    var template = SettingsText.builtIn().text();
    var named = new FoundWorkspace("ab12cd34", "Example Union").in(template);
    assertThat(named)
        .contains("\n  workspace: ab12cd34                         # Example Union: the only one")
        .hasLineCount((int) template.lines().count());
    assertThat(FoundWorkspace.of(new Workspace("", "Club", "US"))).isEmpty();
    assertThat(FoundWorkspace.of(new Workspace("a: b", "Club", "US"))).isEmpty();
    assertThat(FoundWorkspace.of(new Workspace("ab12", "Club\nnotify: x", "US")).orElseThrow())
        .isEqualTo(new FoundWorkspace("ab12", "Club\\u000anotify: x"));
  }

  @Test
  void init_writes_the_settings_and_overwrites_nothing_unasked() throws IOException {
    var file = folder.resolve("rollcall.yaml");
    assertThat(screen.run(operations, "init", file.toString())).isZero();
    assertThat(file).hasContent("source: {}");
    Files.writeString(file, "mine");
    assertThat(screen.run(operations, "init", file.toString())).isEqualTo(2);
    assertThat(file).hasContent("mine");
    assertThat(screen.err())
        .isEqualTo(
            "rollcall: %s exists already. Name another file, or overwrite it with --force.\n"
                .formatted(file));
    assertThat(screen.run(operations, "init", "--force", file.toString())).isZero();
    assertThat(file).hasContent("source: {}");
  }

  @Test
  void init_drafts_settings_for_the_roster_and_says_what_was_found() {
    var file = folder.resolve("rollcall.yaml");
    operations.workspace = Optional.of(new Workspace("ab12", "Club", "US"));
    assertThat(screen.run(operations, "init", "--from-roster", file.toString())).isZero();
    assertThat(file).hasContent("source: {}");
    assertThat(screen.out())
        .isEqualTo(
            """
            Wrote %s for the roster (2 eligible members).
              no table regions
            Name the codes in it, then try: rollcall doctor
            """
                .formatted(file));
    var second = Captured.plain();
    operations.asked.clear();
    assertThat(second.run(operations, "init", "--from-roster", file.toString())).isEqualTo(2);
    assertThat(second.err()).contains("exists already. Name another file, or overwrite it");
    assertThat(operations.asked).isEmpty();
  }

  @Test
  void init_names_the_schema_where_it_is_from_there() {
    var template = SettingsText.builtIn().text();
    var home = new SchemaLine(Optional.of(Path.of("/opt/rollcall")));
    var line = "# yaml-language-server: $schema=";
    assertThat(template).startsWith(line + "docs/settings.schema.json\n");
    assertThat(home.in(template, Path.of("/opt/rollcall/rollcall.yaml"))).isEqualTo(template);
    assertThat(home.in(template, Path.of("/opt/rollcall/my/north.yaml")))
        .startsWith(line + "../docs/settings.schema.json\n");
    assertThat(home.in(template, Path.of("/etc/rollcall.yaml")))
        .startsWith(line + "/opt/rollcall/docs/settings.schema.json\n");
  }

  @Test
  void validate_prints_every_mistake_and_exits_2() {
    assertThat(screen.run(operations, "validate", "--config", "a.yaml")).isZero();
    assertThat(screen.out()).isEqualTo("No mistake in rollcall.yaml.\n");
    operations.validation = new Validation("a.yaml", List.of(), 4);
    var tested = Captured.plain();
    assertThat(tested.run(operations, "validate")).isZero();
    assertThat(tested.out()).isEqualTo("No mistake in a.yaml; its 4 tests hold.\n");
    operations.validation =
        new Validation("a.yaml", List.of("a.yaml:1:2: bad", "a.yaml:3:4: worse"), 0);
    var wrong = Captured.plain();
    assertThat(wrong.run(operations, "validate")).isEqualTo(2);
    assertThat(wrong.out())
        .isEqualTo("a.yaml:1:2: bad\na.yaml:3:4: worse\n2 mistakes. No run would begin.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync --member 99998 99999",
        "sync --only 99998 99999",
        "sync --member 99998 --only 99999"
      })
  void members_are_chosen_by_one_word_and_by_its_former_one(String line) {
    assertThat(screen.run(operations, line.split(" "))).isEqualTo(2);
    assertThat(screen.err()).contains("no eligible members 99998, 99999.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notify", "notify --test"})
  void notify_tests(String line) {
    operations.deliveries = List.of(new Delivery("slack", Optional.empty()));
    assertThat(screen.run(operations, line.split(" "))).isZero();
    assertThat(screen.out()).isEqualTo("✓ slack: accepted.\n");
  }

  @Test
  void undo_lists_everybody_where_it_says_so() {
    assertThat(screen.run(operations, "undo", "run-3", "--all")).isZero();
  }

  @Test
  void help_of_a_command_is_its_help() {
    screen.run(operations, "help", "sync");
    var same = Captured.plain();
    same.run(operations, "sync", "--help");
    assertThat(screen.out()).isEqualTo(same.out());
    assertThat(Captured.plain().run(operations, "help", "snyc")).isEqualTo(2);
  }

  @Test
  void explain_says_in_a_sentence_what_happens_to_who_is_not_eligible() {
    operations.explanation =
        new Explanation(
            new MemberId("10002"),
            new Explanation.Standing.LeftOut(),
            new TreeMap<>(),
            Optional.empty(),
            List.of());
    assertThat(screen.run(operations, "explain", "10002")).isZero();
    assertThat(screen.out())
        .contains("The next run would do nothing: they are in the members' table, but");
  }

  @Test
  void demo_shows_the_plan_the_summary_and_that_nothing_is_left() {
    operations.events = List.of(new RunEvent.Planned(Samples.plan()));
    assertThat(screen.run(operations, "demo", "--members", "12", "--rate", "1667/10s")).isZero();
    assertThat(operations.asked)
        .containsExactly(
            new DemoOptions(12, new Rate(1667, Duration.ofSeconds(10))),
            new FakeOperations.DemoClosed());
    Golden.assertMatches("demo.txt", screen.out());
  }

  @Test
  void a_demo_that_leaves_something_to_do_fails() {
    operations.planAfterwards = Samples.plan();
    assertThat(screen.run(operations, "demo")).isEqualTo(1);
  }

  @Test
  void an_interrupted_demo_is_closed_and_does_not_plan_again() {
    operations.report = Samples.ended(Report.Status.INTERRUPTED, Optional.empty());
    assertThat(screen.run(operations, "demo")).isEqualTo(130);
    assertThat(operations.asked)
        .containsExactly(
            new DemoOptions(20123, new Rate(166, Duration.ofSeconds(10))),
            new FakeOperations.DemoClosed());
    assertThat(screen.out()).doesNotContain("Planning again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync --limit=0",
        "sync --limit=-3",
        "sync --limit=many",
        "sync --batch-size=99999999999",
        "sync --log-format=xml",
        "sync --privacy=sometimes",
        "sync now",
        "sync --limt=3",
        "demo --rate=fast",
        "demo --rate=0/10s",
        "plan --report x",
        "snyc"
      })
  void wrong_usage_is_a_friendly_sentence_and_exit_2(String line) {
    assertThat(screen.run(operations, line.split(" "))).isEqualTo(2);
    assertThat(screen.err()).startsWith("rollcall: ").contains("--help' tells more.");
    assertThat(screen.err().lines().toList()).hasSizeBetween(2, 3);
    assertThat(operations.asked).isEmpty();
  }

  @Test
  void what_the_settings_say_of_privacy_holds_unless_the_command_line_says_otherwise() {
    operations.report = Samples.partial();
    operations.privacy = Optional.of(Privacy.MASK);
    var masked = Captured.plain();
    masked.run(operations, "sync", "--json");
    assertThat(masked.out()).contains("a***@example.org").doesNotContain("ana@example.org");
    var shown = Captured.plain();
    shown.run(operations, "sync", "--json", "--privacy", "show");
    assertThat(shown.out()).contains("ana@example.org");
  }
}
