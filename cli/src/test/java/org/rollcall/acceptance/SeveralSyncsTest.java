package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sandbox.Behaviour;

/// One settings file that names two syncs, and variables in a file beside it.
@Tag("slow")
class SeveralSyncsTest {
  @TempDir private Path folder;
  private TwoWorkspaces stage;

  @BeforeEach
  void open() throws Exception {
    stage = new TwoWorkspaces(30, folder, Behaviour.DEFAULT);
    stage.write("rollcall.yaml", "syncs:\n  north: north.yaml\n  south: sub/south.yaml\n");
    Files.createDirectory(folder.resolve("sub"));
    stage.write("north.yaml", sync("NORTH"));
    stage.write("sub/south.yaml", sync("SOUTH"));
    stage.write(
        ".env",
        """
        # Where the roster is, and the two workspaces.
        ROSTER_URL=%s
        NORTH_URL=%s
        NORTH_TOKEN=workspace-a
        SOUTH_URL="%s"
        SOUTH_TOKEN=workspace-b
        """
            .formatted(stage.roster.url(), stage.a.server().uri(), stage.b.server().uri()));
  }

  private String sync(String which) {
    return stage.settings(
        "source: { postgres: { url: '${ROSTER_URL}' } }\n",
        "${" + which + "_TOKEN}",
        "${" + which + "_URL}");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private TwoWorkspaces.Ran rollcall(String... arguments) {
    return stage.rollcall(Map.of(), folder, arguments);
  }

  @Test
  void all_are_carried_out_one_after_the_other() {
    var ran = rollcall("sync", "--all", "--report", folder.resolve("night.json").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(stage.a.world().contacts()).hasSize(30);
    assertThat(stage.b.world().contacts()).hasSize(30);
    assertThat(folder.resolve("night-north.json")).content().contains("\"sync\" : \"north\"");
    assertThat(folder.resolve("night-south.json")).content().contains("workspace-b");
    var history = rollcall("history", "--sync", "south").out();
    assertThat(history).contains("south", "workspace-b").doesNotContain("north");
  }

  @Test
  void one_that_fails_keeps_no_other_from_its_turn_and_the_worst_code_is_told() throws Exception {
    stage.write("north.yaml", sync("MISSING"));
    var ran = rollcall("sync", "--all");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(stage.b.world().contacts()).hasSize(30);
  }

  @Test
  void one_that_is_paused_keeps_no_other_from_its_turn() {
    var paused = rollcall("pause", "--sync", "north");
    assertThat(paused.code()).as(paused.err()).isZero();
    var ran = rollcall("sync", "--all");
    assertThat(ran.code()).as(ran.err()).isEqualTo(6);
    assertThat(ran.out()).contains("'rollcall resume --sync north' ends the pause.");
    assertThat(stage.a.world().contacts()).isEmpty();
    assertThat(stage.b.world().contacts()).hasSize(30);
    assertThat(rollcall("sync", "--all", "--skip-if-paused").code()).isZero();
  }

  @Test
  void each_has_a_schedule_of_its_own() throws Exception {
    stage.write("north.yaml", "schedule: 30 2 * * *\nzone: America/New_York\n" + sync("NORTH"));
    assertThat(rollcall("pause", "--sync", "north").code()).isZero();
    var ran = rollcall("schedule");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines().filter(line -> line.contains("UTC, "))).hasSize(5);
    assertThat(ran.out())
        .contains("Sync north runs 30 2 * * * in America/New_York.\n  It is paused since ")
        .contains("Sync south has no schedule in its settings; something else starts its runs.");
    assertThat(rollcall("schedule", "--sync", "south", "--json").out())
        .contains("\"sync\" : \"south\"")
        .doesNotContain("north");
  }

  @Test
  void a_command_that_needs_one_says_which_there_are() {
    var ran = rollcall("plan");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("names 2 syncs: north, south. Say which with --sync NAME.");
    assertThat(rollcall("plan", "--sync", "south").out()).contains("30 to create");
    var unknown = rollcall("plan", "--sync", "west");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("No sync is called west. The settings name: north, south.");
  }

  @Test
  void the_doctor_looks_at_all() {
    var ran = rollcall("doctor");
    assertThat(ran.out()).contains("Sync north:").contains("Sync south:");
    assertThat(ran.out()).contains("workspace-a").contains("workspace-b");
  }

  @Test
  void what_belongs_to_the_program_is_refused_in_a_syncs_own_file() throws Exception {
    stage.write("north.yaml", "store: { keep: 3d }\n" + sync("NORTH"));
    var ran = rollcall("plan", "--sync", "north");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("store belongs to the whole program");
  }

  @Test
  void what_belongs_to_a_sync_is_refused_in_the_first_file() throws Exception {
    stage.write("rollcall.yaml", "syncs: { north: north.yaml }\nbatch_size: 7\n");
    var ran = rollcall("plan");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("rollcall.yaml:2:1: unknown key \"batch_size\"");
  }

  @Test
  void the_processs_own_variables_go_before_those_of_the_file() {
    var ran = stage.rollcall(Map.of("SOUTH_TOKEN", "wrong"), folder, "plan", "--sync", "south");
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out() + ran.err()).contains("refuses the access token");
  }

  @Test
  void a_file_of_variables_that_cannot_be_read_is_told_without_its_lines() throws Exception {
    stage.write("vars", "NORTH_TOKEN=secret-1\nthis is secret-2\n");
    var ran = rollcall("history", "--env-file", "vars");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("has a line that is neither").doesNotContain("secret");
    assertThat(rollcall("history", "--env-file", "nowhere").err()).contains("cannot be read");
  }

  @Test
  void history_needs_no_variable_of_any_sync() throws Exception {
    stage.write(".env", "");
    assertThat(rollcall("history").code()).isZero();
  }
}
