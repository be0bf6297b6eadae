package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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
import org.rollcall.sandbox.StoredAttribute;
import org.rollcall.support.Tokens;

/// A night from roster to report, as a user runs it: the acceptance rows.
@Tag("slow")
class NightTest {
  private static final int MEMBERS = 400;

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    stage = new Stage(SampleRoster.of(MEMBERS), folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void s3_a_read_that_breaks_is_tried_four_times_and_then_nothing_is_written() {
    stage.supabase.gateway().close();
    var ran = stage.rollcall("sync", "--report", stage.path("report.json"));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains("Trying again in 1s (attempt 2 of 4, for 7s at most; see source.patience).")
        .contains("Trying again in 2s (attempt 3 of 4, ")
        .contains("Trying again in 4s (attempt 4 of 4, ");
    assertThat(ran.out()).contains("could not be read in 4 tries");
    assertThat(stage.writes()).isZero();
  }

  @Test
  void s3_without_foreign_keys_joins_are_read_in_bulk_with_the_same_result() throws Exception {
    stage.rollcall("sync", "--dry-run", "--report", stage.path("embedded.json"));
    var apart = SampleRoster.of(MEMBERS).withoutForeignKeys();
    try (var other = new Stage(apart, Files.createDirectory(folder.resolve("other")))) {
      var ran = other.rollcall("sync", "--dry-run", "--report", other.path("bulk.json"));
      assertThat(ran.code()).as(ran.err()).isZero();
      var bulk = other.report("bulk.json");
      assertThat(bulk.path("members")).isEqualTo(stage.report("embedded.json").path("members"));
      assertThat(bulk.path("requests").path("source").asInt()).isLessThan(MEMBERS / 10);
    }
  }

  @Test
  void m1_every_field_arrives_in_intercom() throws Exception {
    stage.settings(text ->
        text.replace(
            "\n  positions:\n",
            "\n  positions:\n    PRES: Facility President\n    AREP: Area Representative\n"));
    member("1", "Active", 6, "'202-555-0123'", 1, 1);
    member("2", "Retired", 6, "'not a phone'", 1, 1);
    stage.sql(
        "insert into positions(id, membernumber, positiontype, start_date, end_date) values"
            + "(900001, '1', 'AREP', '2020-01-01', null),"
            + "(900002, '1', 'PRES', '2020-01-01', '2999-01-01'),"
            + "(900003, '1', 'SEC', '2010-01-01', '2011-01-01')");
    assertThat(stage.rollcall("sync").code()).isZero();
    var active = stage.contactOf("1");
    assertThat(active.isUser()).isTrue();
    assertThat(active.email()).contains("one1@example.org");
    assertThat(active.text("name")).contains("First Last");
    assertThat(active.text("phone")).contains("+12025550123");
    assertThat(active.attributes())
        .containsEntry("member_type", "Current Member")
        .containsEntry("positions", "Facility President, Area Representative");
    assertThat(active.attributes().get("region")).isNotNull().isNotEqualTo("RNAV");
    var retired = stage.contactOf("2");
    assertThat(retired.text("phone")).isEmpty();
    assertThat(retired.attributes())
        .containsEntry("member_type", "Retired Member")
        .containsEntry("region", "RNAV")
        .containsEntry("facility", "RNAV");
  }

  @Test
  void m2_the_mapping_is_configuration_and_its_mistakes_name_the_line() throws IOException {
    stage.settings(text ->
        text.replace("'RNAV' : member.region.code", "'GONE' : member.region.code")
            .replace("region: RNAV,", "region: GONE,"));
    assertThat(stage.rollcall("sync").code()).isZero();
    assertThat(stage.world.contacts())
        .extracting(contact -> contact.attributes().get("region"))
        .contains("GONE")
        .doesNotContain("RNAV");
    stage.settings(text -> text.replace("email: member.email", "email: member.emial"));
    int before = stage.calls();
    var ran = stage.rollcall("sync");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).containsPattern("rollcall\\.yaml:\\d+:\\d+: .*emial.*did you mean");
    assertThat(stage.calls()).isEqualTo(before);
  }

  @Test
  void who_is_no_longer_eligible_is_marked_once_and_nobody_else() throws Exception {
    stage.rollcall("sync");
    stage.sql(
        "update members set status = 'Resigned' where membernumber in"
            + " (select membernumber from members where status = 'Active' and email is not null"
            + " order by membernumber limit 3)");
    assertThat(stage.rollcall("sync").out()).doesNotContain("Leavers");
    stage.settings(text ->
        text.replace("leavers: ignore ", "leavers: { mark: { member_type: Former Member } } "));
    assertThat(stage.rollcall("plan").out())
        .contains("has left, contact ")
        .containsPattern("member_type +Current Member → Former Member")
        .contains("3 leavers to show as such");
    var ran = stage.rollcall("sync", "--report", stage.path("left.json"));
    assertThat(ran.out()).contains("👋 Leavers: 3", "📈 Total Members: 397");
    assertThat(stage.report("left.json").path("totals").path("leavers").asInt()).isEqualTo(3);
    assertThat(stage.world.contacts())
        .filteredOn(contact -> "Former Member".equals(contact.attributes().get("member_type")))
        .hasSize(3);
    assertThat(stage.rollcall("plan").out()).contains("No changes. Intercom matches the roster.");
  }

  @Test
  void u1_what_is_missing_is_created_what_differs_updated_and_a_second_run_plans_nothing()
      throws Exception {
    assertThat(totals(stage.rollcall("sync").out())).containsExactly(400, 400, 0, 0, 0, 0, 0);
    long writes = stage.writes();
    assertThat(totals(stage.rollcall("sync").out())).containsExactly(400, 0, 0, 400, 0, 0, 0);
    assertThat(stage.writes()).isEqualTo(writes);
    stage.sql(
        "update members set lastname = 'Changed' where membernumber ="
            + " (select membernumber from members where status = 'Active' and email is not null limit 1)");
    assertThat(totals(stage.rollcall("sync").out())).containsExactly(400, 0, 1, 399, 0, 0, 0);
    assertThat(stage.rollcall("plan").out()).contains("No changes. Intercom matches the roster.");
  }

  @Test
  void c1_a_dry_run_calls_intercom_not_at_all_and_a_plan_writes_nothing() {
    var dry = stage.rollcall("sync", "--dry-run");
    assertThat(dry.out())
        .contains("🔄 Would upsert: 400 (simulated)")
        .contains("📈 Total Members: 400 (simulated)")
        .doesNotContain("Created");
    assertThat(stage.calls()).isZero();
    assertThat(stage.rollcall("plan").code()).isZero();
    assertThat(stage.rollcall("plan", "--exit-code").code()).isEqualTo(5);
    assertThat(stage.calls()).isPositive();
    assertThat(stage.writes()).isZero();
  }

  @Test
  void c1_a_dry_run_after_a_night_tells_creates_from_updates_and_calls_nobody() throws Exception {
    stage.rollcall("sync");
    int calls = stage.calls();
    member("999000001", "Active", 6, "null", 1, 1);
    stage.sql(
        "update members set lastname = 'Changed' where membernumber in (select membernumber from"
            + " members where status = 'Active' and email is not null and membernumber < '999'"
            + " order by membernumber limit 3)");
    var dry = stage.rollcall("sync", "--dry-run");
    assertThat(dry.out())
        .contains("✨ Would create: 1 (simulated)", "🔄 Would update: 3 (simulated)")
        .contains("✅ Unchanged: 397 (simulated)", "📈 Total Members: 401 (simulated)");
    assertThat(dry.err())
        .contains("earlier runs say what it holds", "Would create member 999000001: ");
    assertThat(stage.calls()).isEqualTo(calls);
    assertThat(stage.rollcall("sync").out()).contains("✨ Created: 1\n🔄 Updated: 3\n");
  }

  @Test
  void c1_limit_and_batch_size_are_honoured() {
    var ran = stage.rollcall("sync", "--limit=30", "--batch-size=7");
    assertThat(ran.code()).isZero();
    assertThat(stage.world.contacts()).hasSize(30);
    assertThat(ran.err()).contains("Progress: 20/30 members synced");
  }

  @Test
  void c1_exit_codes_tell_a_scheduler_the_truth() {
    assertThat(stage.rollcallWithToken("wrong", "sync").code()).isEqualTo(1);
    assertThat(stage.rollcall("sync", "--limit", "none").code()).isEqualTo(2);
    stage.intercom.faults(Faults.of(Faults.Rule.always(CallKind.CREATE, Fault.FORBIDDEN)));
    var denied = stage.rollcall("sync");
    assertThat(denied.code()).isEqualTo(1);
    assertThat(denied.out()).contains("Intercom refuses the access token");
    stage.intercom.faults(Faults.none());
    assertThat(stage.rollcall("sync").code()).isZero();
  }

  @Test
  void l1_the_summary_adds_up_and_progress_is_told_as_often_as_asked() {
    var brief = stage.rollcall("sync", "--dry-run").err();
    assertThat(brief)
        .contains("Progress: 20/400 members prepared", "Progress: 400/400 members prepared");
    var ran = stage.rollcall("sync", "--verbose");
    var totals = totals(ran.out());
    assertThat(totals.getFirst())
        .isEqualTo(totals.subList(1, 6).stream().mapToInt(Integer::intValue).sum());
    assertThat(ran.out()).contains("📊 Intercom Daily Sync Summary:").contains("⏱️  Duration: ");
    for (int done = 20; done <= MEMBERS; done += 20) {
      assertThat(ran.err()).contains("Progress: " + done + "/400 members synced");
    }
  }

  @Test
  void the_safeguard_refuses_before_the_first_write_and_names_the_override() throws Exception {
    stage.settings(text -> text.replace("  floor: 50", "  floor: 5"));
    assertThat(stage.rollcall("sync").code()).isZero();
    long writes = stage.writes();
    stage.sql("update members set status = 'Resigned' where right(membernumber, 1) in ('1', '3')");
    var shrunk = stage.rollcall("sync");
    assertThat(shrunk.code()).isEqualTo(4);
    assertThat(shrunk.out()).contains("The roster has shrunk from 400 to").contains("--force");
    stage.sql("update members set lastname = lastname || ' II'");
    assertThat(stage.rollcall("sync").out()).contains("The plan would update");
    stage.sql("update members set region_id = null");
    assertThat(stage.rollcall("sync").out())
        .contains("The plan would empty custom_attributes.region");
    assertThat(stage.writes()).isEqualTo(writes);
    assertThat(stage.rollcall("sync", "--force").code()).isZero();
    assertThat(stage.writes()).isGreaterThan(writes);
  }

  @Test
  void an_empty_roster_stops_the_run() throws SQLException {
    stage.sql("update members set status = 'Inactive'");
    var ran = stage.rollcall("sync");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("holds no eligible member").contains("grant select on");
    assertThat(stage.writes()).isZero();
  }

  @Test
  void the_wrong_workspace_is_never_written() throws IOException {
    stage.settings(text -> text.replace("  workspace: ", "  workspace: another "));
    var ran = stage.rollcall("sync");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).contains("but the settings allow only another");
    assertThat(stage.writes()).isZero();
  }

  @Test
  void a_mapped_attribute_that_is_archived_is_refused_before_the_first_write() {
    stage.world.define(new StoredAttribute(77, "region", "string", List.of(), true, true, "", 0));
    var ran = stage.rollcall("sync");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).contains("Custom attribute region is archived");
    assertThat(stage.writes()).isZero();
  }

  @Test
  void no_secret_is_ever_told_and_log_files_mask_people() throws IOException {
    stage.intercom.faults(Faults.of(Faults.Rule.nth(3, CallKind.CREATE, Fault.SERVER_ERROR)));
    var ran =
        stage.rollcall(
            "sync",
            "--verbose",
            "--report",
            stage.path("report.json"),
            "--log-file",
            stage.path("log.txt"));
    var log = Files.readString(folder.resolve("log.txt"));
    var everything = ran.out() + ran.err() + log + Files.readString(folder.resolve("report.json"));
    assertThat(everything).doesNotContain(Stage.TOKEN).doesNotContain(Tokens.SECRET_KEY);
    assertThat(log).doesNotContainPattern("[a-z]{2,}\\d+@example\\.org");
    var wrong = stage.rollcallWithToken("wr0ng-t0ken-value", "sync", "--verbose");
    assertThat(wrong.out() + wrong.err()).doesNotContain("wr0ng-t0ken-value");
  }

  private void member(
      String number, String status, int type, String phone, int region, int facility)
      throws SQLException {
    stage.sql(
        "insert into members(membernumber, firstname, lastname, username, email, phone, status, membertypeid, region_id, facility_id)"
            + " values ('%s', 'First', 'Last', 'u', 'one%s@example.org', %s, '%s', %d, %d, %d)"
                .formatted(number, number, phone, status, type, region, facility));
  }

  /// Total, created, updated, unchanged, skipped, failed, and duplicates beside the sum.
  private static List<Integer> totals(String summary) {
    return List.of(
            "Total Members", "Created", "Updated", "Unchanged", "Skipped", "Failed", "Resolved")
        .stream()
        .map(name -> Pattern.compile(name + ": (\\d+)").matcher(summary))
        .map(found -> found.find() ? Integer.valueOf(found.group(1)) : -1)
        .toList();
  }
}
