package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.app.App;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.support.Pages;
import org.rollcall.support.TestPostgres;
import org.rollcall.support.YamlText;

/// The shell steps of the two workflows for GitHub, with the packaged program in an archive, a
/// stand-in Intercom, and a store under the role that `deploy/supabase/store.sql` makes.
@Tag("slow")
class WorkflowStepsIT {
  private static final String NIGHT = "deploy/github/rollcall-night.yml";
  private static final String PLAN = "deploy/github/rollcall-plan.yml";
  private static final String PROGRAM =
      "exec %s \"$@\""
          .formatted(
              String.join(
                  " ", PackagedProgram.command(List.of("--sun-misc-unsafe-memory-access=allow"))));

  /// Of a masked address the first letter is left, and what stands after the `@`.
  private static final Pattern UNMASKED = Pattern.compile("\\w@example\\.org");

  private static final String DOWNLOAD = "Download Rollcall and check it";

  @TempDir private Path folder;
  private Path checkout;
  private Path releases;
  private SandboxServer server;
  private TestPostgres.Database database;

  @BeforeEach
  void a_release_and_a_repository() throws Exception {
    server = SandboxServer.start(EmptyIntercom.of(EmptyIntercom.world()), 0, Duration.ZERO);
    database = TestPostgres.database();
    try (var connection = database.connect()) {
      SampleRoster.of(40).load(connection);
    }
    database.execute(Pages.read("deploy/supabase/store.sql").replace("'CHANGE-ME'", "'secret'"));
    checkout = Files.createDirectories(folder.resolve("checkout"));
    releases = folder.resolve("releases");
    var settings = new App(Map.of(), checkout, InstantSource.system()).settingsTemplate();
    Files.writeString(
        checkout.resolve("rollcall.yaml"),
        settings
            .replace("\nstore:\n  url:", "\nstore:\n  url: ${STORE_URL} #")
            .replace("rate: 166/10s", "rate: 1000000/10s"));
  }

  @AfterEach
  void stop() throws SQLException {
    server.close();
    database.execute("drop schema rollcall cascade; drop role rollcall_store");
  }

  @Test
  void a_night_without_a_server_is_remembered_in_the_store() throws Exception {
    publish(PROGRAM);
    var workflow = steps(NIGHT);
    assertThat(workflow.run("night", DOWNLOAD)).matches(done -> done.code() == 0, "downloaded");

    var first = workflow.run("night", "Sync");
    assertThat(first.code()).as(first.text()).isZero();
    assertThat(Files.readString(workflow.summary()))
        .containsPattern("(?s)```\n.*Total Members: 40\n.*Created: 40\n.*```\nExit code 0\\.");
    assertThat(first.text())
        .contains("Store: postgresql://rollcall_store")
        .doesNotContainPattern(UNMASKED);
    var report = workflow.temporary().resolve("report.json");
    assertThat(report).content().contains("\"status\"").doesNotContainPattern(UNMASKED);

    var second = workflow.run("night", "Sync");
    assertThat(second.text()).contains("Created: 0", "Unchanged: 40");
  }

  @Test
  void a_pull_request_gets_the_plan_as_its_comment() throws Exception {
    publish(PROGRAM);
    var workflow = steps(PLAN);
    assertThat(workflow.run("plan", DOWNLOAD).code()).isZero();
    assertThat(workflow.run("plan", "Plan").code()).isZero();
    var comment = workflow.temporary().resolve("comment.md");
    assertThat(comment).content().contains("40 to create").doesNotContainPattern(UNMASKED);

    program(folder.resolve("bin/gh"), "echo \"$@\"");
    assertThat(workflow.run("plan", "Comment").text())
        .startsWith("pr comment 17 --body-file " + comment);

    Files.writeString(checkout.resolve("rollcall.yaml"), "roster: { tabel: members }\n");
    assertThat(workflow.run("plan", "Plan").code()).isEqualTo(2);
    assertThat(comment).content().contains("unknown key \"tabel\"");
  }

  @Test
  void an_archive_that_somebody_changed_is_not_unpacked() throws Exception {
    publish("exit 0");
    var archive = releases.resolve("v%1$s/rollcall-%1$s-linux-x64.tar.gz".formatted(version()));
    Files.write(archive, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    var workflow = steps(NIGHT);
    var refused = workflow.run("night", DOWNLOAD);
    assertThat(refused.code()).isNotZero();
    assertThat(refused.text()).contains("FAILED");
    assertThat(workflow.temporary().resolve("path")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, Exit", "3, 0, ::warning", "4, 4, ::error", "1, 1, ::error"})
  void the_step_ends_as_the_night_did(int code, int end, String word) throws Exception {
    publish("echo Failed: 2; exit " + code);
    var workflow = steps(NIGHT);
    assertThat(workflow.run("night", DOWNLOAD).code()).isZero();
    var ended = workflow.run("night", "Sync");
    assertThat(ended.code()).isEqualTo(end);
    assertThat(ended.text() + Files.readString(workflow.summary()))
        .contains("Failed: 2", word, "Exit code " + code);
  }

  private WorkflowSteps steps(String file) {
    var around = new HashMap<String, String>();
    around.put("ROLLCALL_RELEASES", releases.toUri().toString());
    around.put("DATABASE_URL", database.url());
    around.put("INTERCOM_API_URL", server.uri().toString());
    around.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    return new WorkflowSteps(
        file,
        checkout,
        around,
        Map.of(
            "secrets.INTERCOM_ACCESS_TOKEN", "sandbox",
            "secrets.STORE_URL", database.url("rollcall_store"),
            "github.event.pull_request.number", "17"));
  }

  private static String version() {
    return (String) YamlText.at(NIGHT, "env", "ROLLCALL_VERSION");
  }

  /// Publishes an archive whose program is `script`, and its checksum beside it.
  private void publish(String script) throws IOException, InterruptedException {
    var name = "rollcall-%s-linux-x64".formatted(version());
    program(folder.resolve(name + "/bin/rollcall"), script);
    var release = Files.createDirectories(releases.resolve("v" + version()));
    var archive = release.resolve(name + ".tar.gz").toString();
    assertThat(ShellRun.of(folder, Map.of(), "tar", "-czf", archive, name).code()).isZero();
    var sums = ShellRun.of(release, Map.of(), "sha256sum", name + ".tar.gz");
    Files.writeString(release.resolve("SHA256SUMS"), sums.text());
  }

  private static void program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
