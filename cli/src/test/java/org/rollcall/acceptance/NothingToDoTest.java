package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SampleRoster;

/// Commands that are about a part of the roster, where that part is small or nothing.
@Tag("slow")
class NothingToDoTest {
  private static final String RIGHT = "No changes. Intercom matches the roster.";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    stage = new Stage(SampleRoster.of(60), folder);
    stage.settings(text -> text.replaceFirst("leavers: ignore", "leavers: archive"));
    assertThat(stage.rollcall("sync").code()).isZero();
  }

  @AfterEach
  void strike() {
    stage.close();
  }

  @Test
  void a_quiet_run_has_nothing_to_take_back() {
    assertThat(stage.rollcall("sync").code()).isZero();
    assertNothingToTakeBack(latest());
  }

  @Test
  void nor_has_a_run_that_the_safeguard_refused() throws SQLException {
    stage.sql("update members set status = 'Retired'");
    assertThat(stage.rollcall("sync").code()).isEqualTo(4);
    assertNothingToTakeBack(latest());
  }

  @Test
  void nor_has_a_run_that_failed_before_it_knew_its_workspace() {
    stage.intercom.faults(Faults.of(Faults.Rule.always(CallKind.ME, Fault.UNAUTHORIZED)));
    assertThat(stage.rollcall("sync").code()).isEqualTo(1);
    stage.intercom.faults(Faults.none());
    assertNothingToTakeBack(latest());
  }

  @Test
  void nor_has_a_run_that_was_taken_back_already() throws SQLException {
    var member = stage.world.contacts().getFirst().externalId().orElseThrow();
    stage.sql("update members set lastname = 'New' where membernumber = '%s'".formatted(member));
    assertThat(stage.rollcall("sync").out()).contains("Updated: 1");
    var run = latest();
    var shown = stage.rollcall("undo", run, "--member", member);
    assertThat(shown.out())
        .contains("Nothing was written. 'rollcall undo " + run + " --member " + member + " --yes'");
    var done = stage.rollcall("undo", run, "--yes");
    assertThat(done.code()).isZero();
    assertThat(done.out()).doesNotContain("nothing to take back");
    assertNothingToTakeBack(run);
  }

  @Test
  void nor_has_a_run_for_a_member_whom_it_did_not_touch() {
    var run = latest();
    var ran = stage.rollcall("undo", run, "--member", "nobody", "--yes");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("There is nothing to take back of run " + run + " for member nobody.");
  }

  @Test
  void a_dry_run_is_not_remembered_and_an_unknown_run_is_an_error() {
    var before = latest();
    assertThat(stage.rollcall("sync", "--dry-run").code()).isZero();
    assertThat(latest()).isEqualTo(before);
    for (var yes : new String[] {"--yes", "--json"}) {
      var ran = stage.rollcall("undo", "unknown", yes);
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).contains("No run is called unknown. 'rollcall history' lists");
      assertThat(ran.out()).doesNotContain("nothing to take back");
    }
  }

  @Test
  void a_reviewed_plan_with_nothing_to_do_is_carried_out() {
    var file = stage.path("plan.json");
    assertThat(stage.rollcall("plan", "--out", file).out()).contains(RIGHT);
    var applied = stage.rollcall("apply", file);
    assertThat(applied.code()).isZero();
    assertThat(applied.out()).isEqualTo("Nothing to do.\n");
    assertThat(stage.rollcall("apply", file, "--json").code()).isZero();
  }

  @Test
  void a_reviewed_plan_of_leavers_alone_is_no_empty_roster() throws SQLException {
    var member = stage.world.contacts().getFirst().externalId().orElseThrow();
    stage.sql("update members set status = 'Resigned' where membernumber = '%s'".formatted(member));
    var file = stage.path("plan.json");
    assertThat(stage.rollcall("plan", "--out", file).out()).contains("1 leaver");
    var ran = stage.rollcall("apply", file);
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    assertThat(stage.contactOf(member).isActive()).isFalse();
  }

  @Test
  void a_member_who_is_right_needs_nothing() {
    var ran = stage.rollcall("sync", "--only", numberOf(0));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).isEqualTo("Nothing to do.\n");
    var told = stage.rollcall("sync", "--json", "--only", numberOf(0), numberOf(1));
    assertThat(told.out()).contains("\"total\" : 2,").contains("\"unchanged\" : 2,");
  }

  @Test
  void of_two_members_the_one_who_is_right_is_counted_too() throws SQLException {
    stage.sql(
        "update members set lastname = 'New' where membernumber = '%s'".formatted(numberOf(1)));
    var ran = stage.rollcall("sync", "--only", numberOf(0), numberOf(1));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Total Members: 2")
        .contains("Updated: 1")
        .contains("Unchanged: 1");
  }

  @Test
  void a_number_that_nobody_has_is_a_mistake() {
    long writes = stage.writes();
    var ran = stage.rollcall("sync", "--only", numberOf(0), "77777", "88888");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("The roster has no eligible members 77777, 88888. Nothing was written.")
        .doesNotContain("mistake in Rollcall");
    assertThat(stage.writes()).isEqualTo(writes);
    assertThat(stage.rollcall("history").out()).doesNotContain("did not end").contains("failed");
    assertThat(stage.rollcall("sync", "--only", "77777").err())
        .contains("The roster has no eligible member 77777.");
    assertThat(stage.rollcall("sync").code()).isZero();
  }

  @Test
  void a_refused_run_says_why_and_shows_no_summary_of_zeros() throws SQLException {
    stage.sql("update members set status = 'Retired'");
    var ran = stage.rollcall("sync");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).startsWith("Nothing was written. ").doesNotContain("Created:");
  }

  private String numberOf(int index) {
    return stage.world.contacts().get(index).externalId().orElseThrow();
  }

  private void assertNothingToTakeBack(String run) {
    var sentence = "There is nothing to take back of run " + run + ".";
    var writes = stage.writes();
    var shown = stage.rollcall("undo", run);
    assertThat(shown.code()).as(shown.err()).isZero();
    assertThat(shown.out()).contains(sentence).doesNotContain(RIGHT).doesNotContain("--yes");
    var done = stage.rollcall("undo", run, "--yes");
    assertThat(done.code()).as(done.out() + done.err()).isZero();
    assertThat(done.out()).contains(sentence);
    var told = stage.rollcall("undo", run, "--yes", "--json");
    assertThat(told.code()).as(told.out() + told.err()).isZero();
    assertThat(told.out()).startsWith("{").contains("\"status\" : \"succeeded\"").endsWith("}\n");
    assertThat(stage.writes()).isEqualTo(writes);
  }

  private String latest() {
    return Pattern.compile("(?m)^\\d{8}T\\d{6}Z-\\w+")
        .matcher(stage.rollcall("history").out())
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }
}
