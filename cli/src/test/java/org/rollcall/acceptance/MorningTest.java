package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.LeaseRecord;
import org.rollcall.store.SqlLeaseRecord;
import org.rollcall.store.Store;
import org.rollcall.support.Pages;

/// The morning after: what happened, and can it be taken back? Asked of a store of either kind.
@ParameterizedClass
@EnumSource
@Tag("slow")
class MorningTest {
  private static final Pattern RUN = Pattern.compile("(?m)^(\\d{8}T\\d{6}Z-\\w+)");

  @Parameter private Kept kept;
  @TempDir private Path folder;
  private Stage stage;

  enum Kept {
    IN_A_FILE,
    IN_POSTGRES
  }

  @BeforeEach
  void open() throws Exception {
    stage = new Stage(SampleRoster.of(60), folder);
    stage.settings(this::kept);
    assertThat(stage.rollcall("sync").code()).isZero();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_night_that_went_wrong_is_seen_explained_and_taken_back() throws Exception {
    var before = regions();
    stage.sql("update regions set code = 'X' || code");
    stage.intercom.faults(Faults.of(Faults.Rule.nth(3, CallKind.UPDATE, Fault.SERVER_ERROR)));
    assertThat(stage.rollcall("sync", "--force").code()).isIn(0, 3);
    stage.intercom.faults(Faults.none());
    assertThat(regions()).isNotEqualTo(before);

    var run = latestRun();
    assertThat(stage.rollcall("history", run).out())
        .contains("Run " + run)
        .containsPattern("custom_attributes.region  \\w+ → X\\w+");

    long writes = stage.writes();
    var shown = stage.rollcall("undo", run);
    assertThat(shown.out())
        .containsPattern("region  X\\w+ → \\w+")
        .contains("Nothing was written.");
    assertThat(stage.writes()).isEqualTo(writes);

    assertThat(stage.rollcall("undo", run, "--yes").code()).isEqualTo(4);
    assertThat(stage.rollcall("undo", run, "--yes", "--force").code()).isZero();
    assertThat(regions()).isEqualTo(before);

    assertThat(stage.rollcall("undo", latestRun(), "--yes", "--force").code()).isZero();
    assertThat(regions()).isNotEqualTo(before);
  }

  @Test
  void the_story_on_the_page_works_as_it_is_told() throws Exception {
    var before = regions();
    stage.sql("update regions set code = 'X' || code");
    stage.rollcall("sync", "--force");
    var run = latestRun();
    var page = Pages.read("docs/operations.md");
    var told = Pattern.compile("(?m)```story\nrollcall (.*)\n```").matcher(page).results().toList();
    assertThat(told).hasSizeGreaterThan(4);
    for (var command : told) {
      var ran = stage.rollcall(command.group(1).replace("RUN", run).split(" "));
      assertThat(ran.code()).as(command.group(1) + ": " + ran.err()).isZero();
    }
    assertThat(regions()).isEqualTo(before);
    stage.sql("update regions set code = substr(code, 2)");
    assertThat(stage.rollcall("plan").out()).contains("No changes. Intercom matches the roster.");
  }

  @Test
  void a_contact_that_somebody_changed_since_is_left_alone() throws Exception {
    var number = "1".repeat(9);
    stage.sql(
        "insert into members(membernumber, firstname, lastname, username, email, status, membertypeid)"
            + " values ('%s', 'New', 'Member', 'n', 'new@example.org', 'Active', 6)"
                .formatted(number));
    stage.rollcall("sync");
    var run = latestRun();
    var contact = stage.contactOf(number);
    stage.world.put(contact.with("name", "Changed By Hand"));
    assertThat(stage.rollcall("undo", run, "--yes").out()).contains("⏭️  Skipped: 1");
    stage.world.put(contact);
    assertThat(stage.rollcall("undo", run, "--yes").out()).contains("🔄 Updated: 1");
    assertThat(stage.contactOf(number).isActive()).isFalse();
  }

  @Test
  void a_member_is_explained_from_the_roster_to_the_next_run() throws Exception {
    var number = anyActive();
    stage.sql("update members set lastname = 'Changed' where membernumber = '" + number + "'");
    long writes = stage.writes();
    var ran = stage.rollcall("explain", number);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Member " + number + " in the roster", "lastname  Changed")
        .contains("name  = join([member.firstname, member.lastname], ' ')")
        .containsPattern("wanted    \\S+ Changed")
        .contains("differs")
        .containsPattern("The next run would update contact \\w+, recognised by external id.")
        .containsPattern("\\d{8}T\\d{6}Z-\\w+  created: ");
    var email = stage.contactOf(number).email().orElseThrow();
    assertThat(stage.rollcall("explain", email, "--json").out()).contains("\"eligible\" : true");
    assertThat(stage.writes()).isEqualTo(writes);

    stage.sql("update members set status = 'Resigned' where membernumber = '" + number + "'");
    assertThat(stage.rollcall("explain", number).out())
        .contains("is not eligible", "roster.where leave them out");
    var nobody = stage.rollcall("explain", "no.body@example.org");
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.out() + nobody.err()).contains("The roster has no member of that number");
  }

  @Test
  void one_member_is_put_right_and_nobody_else() throws Exception {
    var number = anyActive();
    stage.sql("update members set lastname = 'Changed' where status = 'Active'");
    long writes = stage.writes();
    assertThat(stage.rollcall("sync", "--only", number).out()).contains("🔄 Updated: 1");
    assertThat(stage.writes()).isEqualTo(writes + 1);
    assertThat(stage.contactOf(number).text("name").orElseThrow()).endsWith("Changed");
    assertThat(stage.rollcall("sync", "--only", number, "--dry-run").code()).isEqualTo(2);
  }

  @Test
  void a_reviewed_plan_is_carried_out_and_nothing_else() throws Exception {
    stage.sql(
        "update members set lastname = 'Reviewed' where membernumber in (select membernumber from"
            + " members where status = 'Active' and email is not null order by membernumber limit 3)");
    var file = stage.path("tonight.json");
    assertThat(stage.rollcall("plan", "--out", file).code()).isZero();
    assertThat(Files.getPosixFilePermissions(Path.of(file)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    var moved = anyActive();
    stage.sql("update members set lastname = 'Moved' where membernumber = '" + moved + "'");
    stage.sql("update members set lastname = 'New' where status = 'Retired'");
    var ran = stage.rollcall("apply", file);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("📈 Total Members: 3", "🔄 Updated: 2", "⏭️  Skipped: 1")
        .contains("moved for this member since the plan was made");
    assertThat(stage.world.contacts())
        .filteredOn(contact -> contact.text("name").orElse("").endsWith("New"))
        .isEmpty();
    assertThat(stage.rollcall("apply", file).out()).contains("⏭️  Skipped: 3");
    stage.settings(text ->
        kept(text)
            .replace("batch_size: 100", "batch_size: 7")
            .replace("updates: 50%", "updates: 9%"));
    assertThat(stage.rollcall("apply", file).out()).contains("⏭️  Skipped: 3");
    stage.settings(text -> kept(text).replace("duplicates: archive", "duplicates: report"));
    var refused = stage.rollcall("apply", file);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("made with other settings");
  }

  @Test
  void a_new_attribute_is_told_from_an_accident_and_accepted_once() throws Exception {
    assertThat(stage.rollcall("sync").code()).isZero();
    stage.settings(text ->
        kept(text)
            .replace(
                "  custom_attributes:\n",
                "  custom_attributes:\n    retired: member.status == 'Retired'\n"));
    assertThat(stage.rollcall("doctor", "--fix", "--yes").code()).isZero();
    var plan = stage.rollcall("plan");
    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .contains("`rollcall sync` would refuse this plan:")
        .contains(
            "The mapping has changed since the last good run: custom_attributes.retired is new.");
    long writes = stage.writes();
    var refused = stage.rollcall("sync");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("`rollcall sync --accept-mapping-change`");
    assertThat(stage.writes()).isEqualTo(writes);
    assertThat(stage.rollcall("sync", "--accept-mapping-change").code()).isZero();
    assertThat(stage.rollcall("plan").out()).contains("No changes.").doesNotContain("mapping");
  }

  private String anyActive() {
    return stage.world.contacts().stream()
        .filter(contact -> "Current Member".equals(contact.attributes().get("member_type")))
        .map(contact -> contact.externalId().orElseThrow())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  @Test
  void two_runs_never_write_to_one_workspace_at_once() {
    var workspace = stage.world.workspace().id();
    try (var store = store()) {
      var leases = new SqlLeaseRecord(() -> store, LeaseClock.ofMachine(InstantSource.system()));
      var another =
          new LeaseRecord.Claim(
              "run-of-another", "another machine, process 7", "", Duration.ofMinutes(1));
      var tenure = leases.take(workspace, leases.look(workspace), another).orElseThrow();
      long writes = stage.writes();
      var ran = stage.rollcall("sync");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.out())
          .contains("Another run is writing to this workspace: run-of-another of another machine");
      assertThat(stage.writes()).isEqualTo(writes);
      leases.release(tenure);
    }
    assertThat(stage.rollcall("sync").code()).isZero();
  }

  @Test
  void a_run_with_a_broken_store_writes_only_where_its_operator_says_so() throws Exception {
    var latest = latestRun();
    spoil();
    long writes = stage.writes();
    for (var command : List.of("sync --force", "sync --only 10001")) {
      var refused = stage.rollcall(command.split(" "));
      assertThat(refused.code()).as(command).isEqualTo(1);
      assertThat(refused.out())
          .contains("cannot be opened", "nothing was written", "run again with --no-lease");
    }
    assertThat(stage.rollcall("undo", latest, "--yes").code()).isEqualTo(1);
    assertThat(stage.writes()).isEqualTo(writes);
    var ran = stage.rollcall("sync", "--no-lease");
    assertThat(ran.code()).isZero();
    assertThat(ran.err())
        .contains("Nobody can say whether another run is writing to the same workspace")
        .contains(
            "Whether the roster has shrunk since the last runs, and what they archived, cannot be told")
        .doesNotContain("\tat ");
    assertThat(ran.err().lines().filter(line -> line.contains("cannot be opened")))
        .doesNotHaveDuplicates()
        .isNotEmpty();
    assertThat(stage.rollcall("history").code()).isEqualTo(1);
  }

  @Test
  void a_store_of_a_newer_program_is_refused_in_one_line_by_every_command() throws Exception {
    inStore(
        "insert into %sflyway_schema_history values"
            + " (99, '99', 'of the future', 'SQL', 'V99__of_the_future.sql', 0, 'nobody',"
            + " current_timestamp, 1, true)");
    stage.sql("update members set firstname = 'Other' where membernumber = '10001'");
    long writes = stage.writes();
    for (var command :
        List.of(
            List.of("sync"),
            List.of("sync", "--no-lease"),
            List.of("plan"),
            List.of("history"),
            List.of("undo", "latest"))) {
      var ran = stage.rollcall(command.toArray(String[]::new));
      assertThat(ran.code()).as(ran.err()).isEqualTo(1);
      assertThat(ran.err().lines().filter(line -> !line.isBlank() && !line.contains(" INFO ")))
          .singleElement(as(STRING))
          .contains("was written by a newer Rollcall", "Install that version again")
          .doesNotContain("with --no-lease");
    }
    assertThat(stage.writes()).isEqualTo(writes);
  }

  @Test
  void a_store_that_forgot_how_many_members_there_were_does_not_switch_the_safeguard_off()
      throws Exception {
    inStore("drop table %spast_runs");
    stage.sql("update members set firstname = 'Other' where membernumber = '10001'");
    long writes = stage.writes();
    var refused = stage.rollcall("sync");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out())
        .contains(
            "Whether the roster has shrunk since the last runs, and what they archived, cannot be told: ")
        .contains("run again with --no-lease");
    assertThat(stage.writes()).isEqualTo(writes);
    var ran = stage.rollcall("sync", "--no-lease");
    assertThat(ran.err())
        .contains(
            "Whether the roster has shrunk since the last runs, and what they archived, cannot be told: ")
        .contains("so the next run cannot tell whether it is too much: ");
  }

  /// The settings, with the store where this test wants it: in the roster's own database, say.
  private String kept(String settings) {
    return switch (kept) {
      case IN_A_FILE -> settings;
      case IN_POSTGRES -> settings.replace("store:\n  url:", "store:\n  url: " + database() + " ");
    };
  }

  /// @param statement with a place for the name of the schema
  private void inStore(String statement) throws Exception {
    switch (kept) {
      case IN_A_FILE -> {
        try (var store =
                DriverManager.getConnection(
                    "jdbc:sqlite:" + folder.resolve(".rollcall/rollcall.db"));
            var there = store.createStatement()) {
          there.execute(statement.formatted(""));
        }
      }
      case IN_POSTGRES -> stage.sql(statement.formatted("rollcall."));
    }
  }

  private Store store() {
    return switch (kept) {
      case IN_A_FILE -> Store.in(folder.resolve(".rollcall"));
      case IN_POSTGRES -> Store.in(PostgresUrl.of(database()).dataSource(), "the roster's own");
    };
  }

  private void spoil() throws IOException {
    switch (kept) {
      case IN_A_FILE ->
          Files.writeString(folder.resolve(".rollcall/rollcall.db"), "broken ".repeat(999));
      case IN_POSTGRES ->
          stage.settings(text -> kept(text).replace(database(), "postgresql://127.0.0.1:9/none"));
    }
  }

  private String database() {
    return stage.supabase.database().url();
  }

  private String latestRun() {
    var found = RUN.matcher(stage.rollcall("history", "--last", "1").out());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private List<String> regions() {
    return stage.world.contacts().stream()
        .map(contact -> contact.id() + " " + contact.attributes().get("region"))
        .sorted()
        .toList();
  }
}
