package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.OpenQuestion;

/// What is learned of one target says nothing of another, though settings, folder and roster are
/// the same.
@Tag("slow")
class TargetsTest {
  private static final Pattern RUN = Pattern.compile("(?m)^(\\d{8}T\\d{6}Z-\\w+)");

  @TempDir private Path folder;
  private TwoWorkspaces stage;

  @BeforeEach
  void open() throws Exception {
    stage =
        new TwoWorkspaces(
            40,
            folder,
            Behaviour.DEFAULT
                .with(OpenQuestion.UnlistedOption.DROPPED)
                .with(OpenQuestion.ListedOptions.UNTOLD));
    stage.write("rollcall.yaml", stage.settings("").replace("floor: 50", "floor: 1"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void what_one_workspace_did_not_keep_the_other_gets() throws Exception {
    stage.a.list("region", "RNAV");
    for (int night = 0; night < 2; night++) {
      var again = stage.rollcall(stage.a, "sync");
      assertThat(again.code()).as(again.err() + again.out()).isEqualTo(3);
    }
    assertThat(stage.rollcall(stage.a, "plan", "--exit-code").code()).isZero();
    var second = stage.rollcall(stage.b, "sync");
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(regions(stage.b)).isGreaterThan(regions(stage.a));
    assertThat(stage.rollcall(stage.b, "plan", "--exit-code").code()).isZero();
  }

  @Test
  void a_dry_run_for_an_empty_workspace_says_would_create() {
    assertThat(stage.rollcall(stage.a, "sync", "--dry-run").out()).contains("Would upsert: 40");
    assertThat(stage.rollcall(stage.a, "sync").code()).isZero();
    assertThat(stage.rollcall(stage.a, "sync", "--dry-run").out())
        .contains("Would create: 0 (simulated)");
    var other = stage.rollcall(stage.b, "sync", "--dry-run");
    assertThat(other.code()).isZero();
    assertThat(other.out()).contains("Would create: 40 (simulated)");
    assertThat(other.err()).contains("No run has written this roster to the workspace");
    assertThat(stage.b.intercom().log().entries()).isEmpty();
  }

  @Test
  void the_size_of_one_target_is_no_measure_for_the_other() throws Exception {
    assertThat(stage.rollcall(stage.a, "sync").code()).isZero();
    stage.roster.execute(
        "update members set status = 'Resigned' where membernumber in"
            + " (select membernumber from members where status in ('Active', 'Retired')"
            + " and email is not null order by membernumber limit 15)");
    assertThat(stage.rollcall(stage.b, "sync").code()).isZero();
    assertThat(stage.rollcall(stage.a, "sync").code()).isEqualTo(4);
  }

  @Test
  void a_run_is_taken_back_in_its_own_workspace_only() {
    assertThat(stage.rollcall(stage.a, "sync").code()).isZero();
    var run = latest(stage.rollcall(stage.a, "history"));
    var elsewhere = stage.rollcall(stage.b, "undo", run, "--yes", "--force");
    assertThat(elsewhere.code()).isEqualTo(4);
    assertThat(elsewhere.out() + elsewhere.err())
        .contains("workspace workspace-a (Club workspace-a)")
        .contains("workspace workspace-b (Club workspace-b)");
    assertThat(stage.b.writes()).isZero();
    assertThat(stage.rollcall(stage.a, "undo", run, "--yes", "--force").code()).isZero();
  }

  @Test
  void a_plan_is_applied_in_its_own_workspace_only() {
    var file = folder.resolve("plan.json").toString();
    assertThat(stage.rollcall(stage.a, "plan", "--out", file).code()).isZero();
    var elsewhere = stage.rollcall(stage.b, "apply", file);
    assertThat(elsewhere.code()).isEqualTo(4);
    assertThat(elsewhere.out() + elsewhere.err()).contains("workspace-a").contains("workspace-b");
    assertThat(stage.b.writes()).isZero();
    assertThat(stage.rollcall(stage.a, "apply", file).code()).isZero();
  }

  @Test
  void history_tells_the_workspace_of_each_run_and_filters_by_it() {
    stage.rollcall(stage.a, "sync");
    stage.rollcall(stage.b, "sync");
    var all = stage.rollcall(stage.a, "history").out();
    assertThat(all).contains("default").contains("workspace-a").contains("workspace-b");
    assertThat(stage.rollcall(stage.a, "history", "--workspace", "workspace-b").out())
        .contains("workspace-b")
        .doesNotContain("workspace-a");
    assertThat(stage.rollcall(stage.a, "history", "--sync", "north").out())
        .contains("No remembered run is of that kind.");
  }

  @Test
  void state_belongs_to_the_settings_file_wherever_one_stands() throws Exception {
    assertThat(stage.rollcall(stage.a, "sync").code()).isZero();
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    var settings = folder.resolve("rollcall.yaml").toString();
    var history = stage.rollcall(Map.of(), elsewhere, "history", "--config", settings);
    assertThat(history.code()).isZero();
    assertThat(history.out()).isEqualTo(stage.rollcall(Map.of(), folder, "history").out());
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(folder.resolve(".rollcall/rollcall.db")).exists();
  }

  @Test
  void a_run_says_where_it_is_remembered_and_what_it_is_about() {
    var log = stage.rollcall(stage.a, "sync").err().lines().limit(3).toList();
    assertThat(log.get(0)).contains("Run ").contains(" started");
    assertThat(log.get(1)).endsWith("Store: " + folder.resolve(".rollcall/rollcall.db"));
    assertThat(log.get(2)).contains("Target: ").contains("into workspace workspace-a");
  }

  private static long regions(TwoWorkspaces.Side side) {
    return side.world().contacts().stream()
        .filter(contact -> contact.attributes().get("region") != null)
        .count();
  }

  private static String latest(TwoWorkspaces.Ran history) {
    var found = RUN.matcher(history.out());
    assertThat(found.find()).as(history.out()).isTrue();
    return found.group(1);
  }
}
