package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Workspace;
import org.rollcall.run.RunEvent;
import org.rollcall.support.Golden;

class ScrutinyTest {
  @TempDir private Path folder;
  private final FakeOperations operations = new FakeOperations();
  private final Captured screen = Captured.plain();

  @Test
  void a_member_is_explained_in_full() {
    assertThat(screen.run(operations, "explain", "10002")).isZero();
    Golden.assertMatches("explain.txt", screen.out());
  }

  @Test
  void a_program_reads_the_explanation_as_json_with_people_masked_where_asked() {
    assertThat(screen.run(operations, "explain", "10002", "--json", "--privacy", "mask")).isZero();
    Golden.assertMatches("explain.json", screen.out());
    assertThat(screen.out()).doesNotContain("bo@example.org");
  }

  @Test
  void a_plan_that_was_reviewed_is_applied_as_it_was() {
    var file = folder.resolve("plan.json").toString();
    operations.events = List.of(new RunEvent.Admitted(new Workspace("ab12", "", "")));
    assertThat(screen.run(operations, "plan", "--out", file)).isZero();
    assertThat(screen.run(operations, "apply", file)).isZero();
    assertThat(operations.asked.getLast()).isEqualTo(operations.plan.notable());
  }

  @Test
  void a_plan_for_another_workspace_is_refused() {
    var file = folder.resolve("plan.json").toString();
    operations.events = List.of(new RunEvent.Admitted(new Workspace("other", "", "")));
    screen.run(operations, "plan", "--out", file);
    assertThat(screen.run(operations, "apply", file)).isEqualTo(4);
    assertThat(screen.err()).contains("made for workspace other, and the access token opens ab12");
  }

  @Test
  void a_file_that_is_no_plan_is_refused() throws IOException {
    var file = Files.writeString(folder.resolve("plan.json"), "{\"format\": 7}");
    assertThat(screen.run(operations, "apply", file.toString())).isEqualTo(2);
    assertThat(screen.err()).contains("is no plan that this version wrote");
    Files.writeString(file, "{\"format\"");
    assertThat(screen.run(operations, "apply", file.toString())).isEqualTo(2);
    assertThat(screen.err()).contains("is no plan: it is not JSON");
    assertThat(screen.run(operations, "apply", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(screen.err()).contains("cannot be read");
  }
}
