package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.rollcall.app.App;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.support.Pages;
import org.rollcall.support.TestPostgres;

/// The shell steps of the two workflows for GitHub, with the packaged program in an archive, a
/// stand-in Intercom, and a store under the role that `deploy/supabase/store.sql` makes.
@Tag("slow")
class WorkflowStepsIT {
  private static final String PROGRAM =
      "exec %s \"$@\""
          .formatted(
              String.join(
                  " ", PackagedProgram.command(List.of("--sun-misc-unsafe-memory-access=allow"))));

  /// Of a masked address the first letter is left, and what stands after the `@`.
  private static final Pattern UNMASKED = Pattern.compile("\\w@example\\.org");

  @TempDir private Path folder;
  private Path checkout;
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
    var workflow = steps(WorkflowSteps.NIGHT);
    assertThat(workflow.run("night", WorkflowSteps.DOWNLOAD).code()).isZero();

    var first = workflow.run("night", "Sync");
    assertThat(first.code()).as(first.text()).isZero();
    assertThat(Files.readString(workflow.summary()))
        .contains("### Sync default: succeeded", "40 members, 40 created");
    assertThat(workflow.temporary().resolve("night.html"))
        .content()
        .contains("<b>40</b> created")
        .doesNotContainPattern(UNMASKED);
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
    var workflow = steps(WorkflowSteps.PLAN);
    assertThat(workflow.run("plan", WorkflowSteps.DOWNLOAD).code()).isZero();
    assertThat(workflow.run("plan", "Plan").code()).isZero();
    var comment = workflow.temporary().resolve("comment.md");
    assertThat(comment).content().contains("40 to create").doesNotContainPattern(UNMASKED);

    PublishedArchive.program(
        folder.resolve("bin/gh"), "case $* in *--jq*) cat id ;; *) echo $* ;; esac");
    Files.createFile(checkout.resolve("id"));
    assertThat(workflow.run("plan", "Comment").text())
        .isEqualTo("pr comment 17 --body-file %s\n".formatted(comment));
    Files.writeString(checkout.resolve("id"), "4711\n");
    assertThat(workflow.run("plan", "Comment").text())
        .contains("PATCH repos/club/settings/issues/comments/4711 --field body=@" + comment);

    Files.writeString(checkout.resolve("rollcall.yaml"), "roster: { tabel: members }\n");
    assertThat(workflow.run("plan", "Plan").code()).isEqualTo(2);
    assertThat(comment).content().contains("unknown key \"tabel\"");
  }

  private WorkflowSteps steps(String file) throws Exception {
    var around = new HashMap<String, String>();
    var release = PublishedArchive.of(folder, PROGRAM);
    around.put("ROLLCALL_RELEASES", release.releases().toUri().toString());
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
            "github.repository", "club/settings",
            "github.event.pull_request.number", "17"));
  }
}
