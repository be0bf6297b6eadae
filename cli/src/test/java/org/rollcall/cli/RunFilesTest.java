package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.rollcall.run.Report;
import org.rollcall.run.Totals;
import org.rollcall.support.Golden;

/// What a run leaves for a monitoring system and for a workflow of GitHub.
class RunFilesTest {
  @TempDir private Path folder;
  private final FakeOperations operations = new FakeOperations();

  private static Report report() {
    var failed =
        List.of(
            outcome("10002", "Contact 6745ab1 is ana@example.org's: 100 %\n::warning::x | y"),
            outcome("10003", "Contact 6745ab2 is bo@example.org's: 100 %\n::warning::x | y"));
    return Samples.report(
        Report.Status.PARTIAL, new Totals(20_123, 98, 641, 19_382, 0, 2, 43, 3), failed);
  }

  private static Outcome outcome(String member, String reason) {
    return Outcome.of(
        new MemberId(member), "ana@example.org", "Ana Diaz", new Result.IdentityClash(reason));
  }

  @Test
  void the_figures_are_named_as_prometheus_names_them() throws IOException {
    var path = folder.resolve("rollcall.prom");
    assertThat(MetricsFile.write(path, report(), List.of())).isEmpty();
    Golden.assertMatches("rollcall.prom", Files.readString(path));
    assertThat(Files.getPosixFilePermissions(path).toString()).contains("OTHERS_READ");
  }

  @Test
  void a_good_night_is_the_last_success() throws IOException {
    var path = folder.resolve("rollcall.prom");
    MetricsFile.write(path, Samples.succeeded(), List.of());
    assertThat(Files.readString(path))
        .contains("rollcall_run_last_success_timestamp_seconds{sync=\"default\"} 1.79");
  }

  @Test
  void a_workflow_of_github_gets_a_summary_and_annotations() throws IOException {
    var summary = folder.resolve("summary.md");
    var step = new GithubStep(summary, Privacy.MASK);
    var screen = Captured.plain();
    assertThat(step.tell(report(), screen.terminal.out())).isEmpty();
    Golden.assertMatches("github-annotations.txt", screen.out());
    var text = Files.readString(summary);
    Golden.assertMatches("github-summary.md", text);
    assertThat(text + screen.out()).doesNotContain("ana@example.org", "bo@example.org");
    step.tell(report(), screen.terminal.out());
    assertThat(Files.readString(summary)).isEqualTo(text + text);
  }

  @Test
  void a_file_that_cannot_be_written_is_told_before_the_run() {
    for (var option : List.of("--html", "--metrics", "--report")) {
      var screen = Captured.plain();
      assertThat(screen.run(operations, "sync", option, folder.resolve("no/file").toString()))
          .isEqualTo(2);
      assertThat(screen.err()).contains("there is no such folder", "Nothing was done", option);
      assertThat(operations.asked).isEmpty();
    }
  }

  @Test
  void each_of_several_syncs_leaves_files_of_its_own() {
    var files =
        new RunFiles(
            Optional.of(Path.of("night.json")),
            Optional.of(Path.of("night.html")),
            Optional.of(Path.of("rollcall.prom")));
    assertThat(files.of(new SyncName("north")))
        .isEqualTo(
            new RunFiles(
                Optional.of(Path.of("night-north.json")),
                Optional.of(Path.of("night-north.html")),
                Optional.of(Path.of("rollcall-north.prom"))));
  }
}
