package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
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

/// The doctor before a real roster and a stand-in Intercom, healthy and with each fault.
@Tag("slow")
class DoctorTest {
  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    stage = new Stage(SampleRoster.of(60), folder);
  }

  @AfterEach
  void strike() {
    stage.close();
  }

  @Test
  void a_healthy_setup_is_ready_and_nothing_is_written() {
    var ran = stage.rollcall("doctor");
    assertThat(ran.out())
        .contains("✓ Settings")
        .contains("✓ Way to Supabase")
        .contains("✓ Clock against Intercom")
        .contains("✓ Table positions")
        .contains("✓ Join region")
        .contains("Opens workspace sandbox (Sandbox).")
        .contains("Intercom allows 1,000,000 calls a window")
        .contains("✓ Custom attributes")
        .contains("✓ Free disk")
        .contains("! Codes of positions", "5 codes, 5 without a name: AREP (1 member), ")
        .contains("\n  AREP                 (no name)  1 member\n")
        .endsWith("Ready to run, 2 warnings.\n");
    assertThat(ran.code()).isZero();
    assertThat(stage.writes()).isZero();
  }

  @Test
  void a_healthy_setup_over_postgres_is_ready_too() {
    var ran = stage.rollcallOverPostgres("doctor");
    assertThat(ran.out())
        .contains("✓ Way to PostgreSQL", "✓ Clock against PostgreSQL", "answers in the clear")
        .contains("✓ Table members", "✓ Join facility");
    assertThat(ran.out()).endsWith("Ready to run, 2 warnings.\n");
    assertThat(ran.code()).isZero();
  }

  @Test
  void mistakes_in_the_settings_are_all_told_with_their_lines_and_the_rest_is_looked_at()
      throws IOException {
    stage.settings(
        text -> text.replace("duplicates: archive", "duplicates: burn").replace("rate:", "raet:"));
    var ran = stage.rollcall("doctor");
    assertThat(ran.out())
        .containsPattern("✗ Settings +\\S*rollcall.yaml:\\d+:\\d+: unknown key \"raet\"")
        .containsPattern("✗ Settings +\\S*rollcall.yaml:\\d+:\\d+: duplicates is \"burn\"")
        .contains("✓ Free disk")
        .endsWith("2 errors.\n");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void a_wrong_token_is_told_and_spoils_no_other_check() {
    var ran = stage.rollcallWithToken("dG9r-a-wrong-intercom-token", "doctor");
    assertThat(ran.out())
        .contains("✗ Intercom token")
        .contains("Intercom refuses the token: Access Token Invalid.")
        .contains("“Read admins”")
        .contains("✓ Table members")
        .doesNotContain("dG9r-a-wrong");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void a_token_that_no_header_can_carry_is_told_without_it() {
    var ran = stage.rollcallWithToken("two words", "doctor");
    assertThat(ran.out())
        .contains("✗ Settings")
        .contains("has a blank, or a letter that no key has; copy it again")
        .contains("✓ Table members")
        .doesNotContain("two words");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void a_damaged_store_is_an_error() throws IOException {
    assertThat(stage.rollcall("sync").code()).isZero();
    assertThat(stage.rollcall("doctor").out())
        .containsPattern("✓ Store .* Can be opened; its latest run is \\S+\\.\n");
    var store = folder.resolve(".rollcall/rollcall.db");
    for (var beside : List.of("-wal", "-shm")) {
      Files.deleteIfExists(store.resolveSibling("rollcall.db" + beside));
    }
    var bytes = Files.readAllBytes(store);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 7);
    Files.write(store, bytes);
    var ran = stage.rollcall("doctor");
    assertThat(ran.out()).contains("✗ Store").contains("No run writes without it");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void another_workspace_than_the_settings_allow_is_an_error() throws IOException {
    stage.settings(text -> text.replaceFirst("  workspace: +", "  workspace: other "));
    var ran = stage.rollcall("doctor");
    assertThat(ran.out())
        .contains(
            "The access token opens workspace sandbox (Sandbox), but the settings allow only other.");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void a_key_made_for_browsers_is_named_by_its_kind_and_not_printed() {
    for (var key : new String[] {Tokens.ANON, Tokens.PUBLISHABLE_KEY}) {
      var ran = stage.rollcallWithKey(key, "doctor");
      assertThat(ran.out())
          .contains("✗ Settings")
          .contains("to which row level security shows an empty table instead of an error")
          .contains("service_role key")
          .doesNotContain(key);
      assertThat(ran.code()).isEqualTo(1);
    }
  }

  @Test
  void a_missing_grant_is_told_with_the_statement_that_gives_it() throws SQLException {
    stage.sql("revoke select on positions from service_role");
    var ran = stage.rollcall("doctor");
    assertThat(ran.out())
        .contains("✗ Table positions")
        .contains("grant select on public.positions to service_role;")
        .contains("✓ Table members");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void a_missing_column_is_named_and_hides_no_other_table() throws IOException {
    stage.settings(text ->
        text.replace("columns: { type_name: text }", "columns: { type_name: text, colour: text }"));
    for (var ran :
        new Stage.Ran[] {stage.rollcall("doctor"), stage.rollcallOverPostgres("doctor")}) {
      assertThat(ran.out())
          .contains("✗ Table member_types")
          .contains("colour")
          .contains("✓ Table regions");
      assertThat(ran.code()).isEqualTo(1);
    }
  }

  @Test
  void a_server_that_is_not_there_is_told_of_with_the_setting_that_names_it() throws IOException {
    stage.settings(
        text -> text.replaceFirst("  api_url: .*", "  api_url: https://intercom.invalid"));
    var ran = stage.rollcall("doctor");
    assertThat(ran.out())
        .contains("No DNS server knows the name intercom.invalid.")
        .contains("intercom.region, or INTERCOM_API_URL")
        .contains("✓ Way to Supabase");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void a_clock_that_is_wrong_is_a_warning() {
    var ran = stage.rollcallAnHourAhead("doctor");
    assertThat(ran.out())
        .containsPattern(
            "! Clock against Intercom +This machine's clock is 3[56]\\d\\d seconds ahead of")
        .endsWith("Ready to run, 4 warnings.\n");
    assertThat(ran.code()).isZero();
  }

  @Test
  void an_archived_attribute_is_an_error_that_no_fix_touches() {
    var region = stage.world.attribute("region").orElseThrow();
    stage.world.define(archived(region));
    var ran = stage.rollcall("doctor", "--fix", "--yes");
    assertThat(ran.out()).contains("✗ Custom attributes").contains("region is archived");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(stage.writes()).isZero();
  }

  @Test
  void a_list_that_lacks_what_the_mapping_yields_is_told_what_it_lacks() {
    stage.list("region", "WE", "SO");
    assertThat(stage.rollcall("doctor").out())
        .containsPattern(
            "! Custom attributes +The list of region lacks what the mapping can yield: RNAV\\.");
    stage.list("region", "WE", "RNAV");
    assertThat(stage.rollcall("doctor").out())
        .containsPattern("! Custom attributes +region accepts only: WE, RNAV\\.");
  }

  @Test
  void a_missing_attribute_is_created_with_the_right_type_when_asked_to() throws IOException {
    stage.settings(text ->
        text.replace(
            "  custom_attributes:\n",
            "  custom_attributes:\n    type_id: member.membertypeid\n    retired: member.status == 'Retired'\n"));
    var before = stage.rollcall("doctor");
    assertThat(before.out()).contains("type_id does not exist").contains("doctor --fix");
    assertThat(before.code()).isEqualTo(1);

    var fixed = stage.rollcall("doctor", "--fix", "--yes");

    assertThat(fixed.err()).contains("  retired, type boolean\n  type_id, type float\n");
    assertThat(fixed.out())
        .contains("Created, type boolean.")
        .endsWith("Ready to run, 2 warnings.\n");
    assertThat(fixed.code()).isZero();
    assertThat(stage.world.attribute("type_id").orElseThrow().type()).isEqualTo("float");
    assertThat(stage.rollcall("doctor").code()).isZero();
  }

  @Test
  void what_intercom_will_not_create_is_told_and_is_no_success() throws IOException {
    stage.settings(text ->
        text.replace(
            "  custom_attributes:\n", "  custom_attributes:\n    type_id: member.membertypeid\n"));
    stage.intercom.faults(Faults.of(Faults.Rule.always(CallKind.WRITE_ATTRIBUTE, Fault.FORBIDDEN)));
    var fixed = stage.rollcall("doctor", "--fix", "--yes");
    assertThat(fixed.out()).contains("Not created: ", "Create it in Intercom under Settings");
    assertThat(fixed.code()).isEqualTo(1);
    assertThat(stage.world.attribute("type_id")).isEmpty();
  }

  @Test
  void a_stale_upstream_warns_or_is_an_error_and_stops_a_sync_before_the_first_write()
      throws IOException, SQLException {
    stage.sql("alter table positions add column loaded_at timestamptz");
    stage.sql("update positions set loaded_at = now() - interval '3 days 1 hour'");
    stage.sql("notify pgrst, 'reload schema'");
    stage.settings(text -> text + "\nfreshness: { table: positions, column: loaded_at }\n");
    var warned = stage.rollcallOverPostgres("doctor");
    assertThat(warned.out())
        .contains("! Freshness of positions")
        .contains("The newest row of positions is 3 days old");
    assertThat(warned.code()).isZero();

    stage.settings(
        text -> text + "\nfreshness: { table: positions, column: loaded_at, required: true }\n");
    assertThat(stage.rollcallOverPostgres("doctor").code()).isEqualTo(1);
    var sync = stage.rollcallOverPostgres("sync");
    assertThat(sync.code()).isEqualTo(4);
    assertThat(sync.err() + sync.out()).contains("freshness.required");
    assertThat(stage.writes()).isZero();

    stage.sql("update positions set loaded_at = now()");
    assertThat(stage.rollcallOverPostgres("doctor").out()).contains("✓ Freshness of positions");
    assertThat(stage.rollcallOverPostgres("sync").code()).isZero();
  }

  @Test
  void a_query_or_a_function_tells_doctor_and_run_alike_that_the_roster_is_stale()
      throws IOException, SQLException {
    stage.sql("create table loads (done timestamptz)");
    stage.sql(
        "create function last_load() returns timestamptz language sql as 'select max(done) from loads'");
    for (var way : new String[] {"query: select max(done) from loads", "function: last_load"}) {
      stage.sql("truncate loads");
      stage.settings(text -> text + "\nfreshness: { %s, required: true }\n".formatted(way));
      assertThat(stage.rollcallOverPostgres("doctor").out())
          .containsPattern("✗ Freshness +freshness\\.(query|function).* gives no time");
      assertThat(stage.rollcallOverPostgres("sync").code()).isEqualTo(4);
      assertThat(stage.writes()).isZero();

      stage.sql("insert into loads values (now())");
      assertThat(stage.rollcallOverPostgres("doctor").out()).contains("✓ Freshness ");
      assertThat(stage.rollcallOverPostgres("plan").code()).isZero();
    }
  }

  @Test
  void the_next_run_is_told_in_utc() throws IOException {
    stage.settings(text -> text + "\nschedule: \"0 8 * * *\"\nzone: America/New_York\n");
    assertThat(stage.rollcall("doctor").out())
        .containsPattern(
            "✓ Schedule +The next run is due \\w{3} \\d{4}-\\d\\d-\\d\\d 1[23]:00 UTC");
    stage.settings(text -> text + "\nschedule: \"0 25 * * *\"\n");
    assertThat(stage.rollcall("doctor").out())
        .contains("which has the hour \"25\"; expected 0 to 23");
  }

  @Test
  void json_holds_every_finding_for_programs() {
    var ran = stage.rollcall("doctor", "--json");
    assertThat(ran.out()).startsWith("{").contains("\"healthy\" : true", "\"level\" : \"ok\"");
  }

  private static StoredAttribute archived(StoredAttribute each) {
    return new StoredAttribute(
        each.id(),
        each.name(),
        each.type(),
        each.options(),
        true,
        each.writable(),
        each.description(),
        each.createdAt());
  }
}
