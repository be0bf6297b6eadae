package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
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
    assertThat(screen.run(operations, "plan", "--out", file)).isZero();
    assertThat(screen.run(operations, "apply", file)).isZero();
    assertThat(operations.asked.getLast()).isEqualTo(operations.plan.notable());
  }

  @Test
  void a_plan_for_another_workspace_is_refused() {
    var file = folder.resolve("plan.json").toString();
    screen.run(operations, "plan", "--out", file);
    operations.target =
        new Target(Samples.TARGET.roster(), new Workspace("other", "Other Union", "US"));
    assertThat(screen.run(operations, "apply", file)).isEqualTo(4);
    assertThat(screen.err())
        .contains(
            "The plan was made for https://ref.supabase.co public.members into workspace ab12 (Example Union), and this is https://ref.supabase.co public.members into workspace other (Other Union). Nothing was written.");
  }

  @Test
  void a_file_that_is_no_plan_is_refused() throws IOException {
    var file = Files.writeString(folder.resolve("plan.json"), "{\"format\": 7}");
    assertThat(screen.run(operations, "apply", file.toString())).isEqualTo(2);
    assertThat(screen.err()).contains("is not a plan that this version wrote");
    Files.writeString(file, "{\"format\"");
    assertThat(screen.run(operations, "apply", file.toString())).isEqualTo(2);
    assertThat(screen.err()).contains("is not a plan: it is not complete JSON");
    assertThat(screen.run(operations, "apply", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(screen.err()).contains("cannot be read: there is no such file.");
  }
}
