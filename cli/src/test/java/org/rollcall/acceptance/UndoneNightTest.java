package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.StoredContact;

/// Whatever a night can do is taken back, or named.
@Tag("slow")
class UndoneNightTest {
  @TempDir private Path folder;
  private Stage stage;
  private String member;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    stage = new Stage(SampleRoster.of(60), folder);
    stage.settings(text ->
        text.replaceFirst("leavers: ignore", "leavers: { ineligible: archive, orphans: archive }"));
    assertThat(stage.rollcall("sync").code()).isZero();
    member = stage.world.contacts().getFirst().externalId().orElseThrow();
  }

  @AfterEach
  void strike() {
    stage.close();
  }

  @Test
  void a_leaver_who_was_archived_is_restored_and_archived_once_more() throws SQLException {
    stage.sql("update members set status = 'Resigned' where membernumber = '%s'".formatted(member));
    assertThat(stage.rollcall("sync").out()).contains("Leavers: 1");
    assertThat(contact().isActive()).isFalse();
    undo();
    assertThat(contact().isActive()).isTrue();
    undo();
    assertThat(contact().isActive()).isFalse();
  }

  @Test
  void a_contact_whose_row_was_deleted_is_listed_archived_and_restored() throws SQLException {
    stage.world.put(contact().with("last_seen_at", 1_769_853_600L));
    stage.sql("delete from positions where membernumber = '%s'".formatted(member));
    stage.sql("delete from members where membernumber = '%s'".formatted(member));
    assertThat(stage.rollcall("orphans").out())
        .contains("1 orphan in workspace", "a sync archives them")
        .containsPattern(member + " +2026-01-31 +" + contact().id());
    assertThat(stage.rollcall("orphans", "--json").out())
        .contains("\"external_id\" : \"%s\"".formatted(member), "\"last_seen_at\" : 1769853600");
    assertThat(stage.rollcall("orphans", "--csv").out())
        .contains(member + ",")
        .contains(",2026-01-31T10:00:00Z");
    assertThat(stage.rollcall("explain", member).err())
        .contains("No row of the members' table has the number " + member);
    var plan = stage.rollcall("plan").out();
    assertThat(plan)
        .contains("1 leaver to show as such, 1 orphan.")
        .containsPattern("x " + member + ".* is in no row of the members' table");
    assertThat(stage.rollcall("sync", "--limit", "3").code()).isZero();
    assertThat(contact().isActive()).isTrue();
    assertThat(stage.rollcall("sync").out()).contains("Leavers: 1");
    assertThat(contact().isActive()).isFalse();
    assertThat(stage.rollcall("orphans").out()).startsWith("No orphans: ");
    undo();
    assertThat(contact().isActive()).isTrue();
    aTableThatLostItsRowsIsRefused();
  }

  private void aTableThatLostItsRowsIsRefused() throws SQLException {
    stage.sql("delete from positions");
    stage.sql(
        "delete from members where membernumber in"
            + " (select membernumber from members where status <> 'Resigned' order by membernumber limit 12)");
    var ran = stage.rollcall("sync");
    assertThat(ran.code()).as(ran.out()).isEqualTo(4);
    assertThat(ran.out() + ran.err())
        .containsPattern("mark or archive as leavers or orphans 1\\d of");
    assertThat(stage.world.contacts()).allMatch(StoredContact::isActive);
  }

  @Test
  void a_contact_that_was_brought_back_is_archived_again() {
    var archived = contact().with("name", "Somebody").with(new ContactState.Archived());
    stage.world.put(archived);
    assertThat(stage.rollcall("sync").code()).isZero();
    assertThat(contact().isActive()).isTrue();
    undo();
    assertThat(contact().updatedAt(0)).isEqualTo(archived.updatedAt(0));
  }

  @Test
  void a_contact_that_the_run_made_is_left_to_a_person_who_works_with_it() throws SQLException {
    var number = "1".repeat(9);
    stage.sql(
        "insert into members(membernumber, firstname, lastname, username, email, status, membertypeid)"
            + " values ('%s', 'New', 'Member', 'n', 'new@example.org', 'Active', 6)"
                .formatted(number));
    assertThat(stage.rollcall("sync").out()).contains("Created: 1");
    member = number;
    stage.world.put(contact().withAttribute("note", "calls on Mondays"));
    var ran = stage.rollcall("undo", latest(), "--yes");
    assertThat(ran.code()).as(ran.err()).isEqualTo(3);
    assertThat(ran.out()).contains("which the run made, has other attributes by now");
    assertThat(contact().isActive()).isTrue();
    stage.world.put(contact().withAttribute("note", null));
    assertThat(stage.rollcall("undo", created(), "--yes").code()).isZero();
    assertThat(contact().isActive()).isFalse();
    undo();
    assertThat(contact().isActive()).isTrue();
  }

  @Test
  void a_contact_that_is_somebody_elses_by_now_is_not_written() throws SQLException {
    stage.sql("update members set firstname = 'Other' where membernumber = '%s'".formatted(member));
    assertThat(stage.rollcall("sync").out()).contains("Updated: 1");
    var theirs = contact().with("external_id", "someone-else");
    stage.world.put(theirs);
    var ran = stage.rollcall("undo", latest(), "--yes");
    assertThat(ran.code()).as(ran.err()).isEqualTo(3);
    assertThat(ran.out()).contains("carries the number someone-else now");
    assertThat(stage.world.contact(theirs.id())).contains(theirs);
  }

  @Test
  void a_night_without_changes_has_nothing_to_take_back() {
    assertThat(stage.rollcall("sync").code()).isZero();
    var ran = stage.rollcall("undo", latest(), "--yes");
    assertThat(ran.code()).as(ran.err() + ran.out()).isZero();
  }

  @Test
  void while_the_sync_is_paused_an_undo_works_and_no_run_begins() throws SQLException {
    stage.sql("update members set firstname = 'Other' where membernumber = '%s'".formatted(member));
    assertThat(stage.rollcall("plan", "--out", stage.path("plan.json")).code()).isZero();
    assertThat(stage.rollcall("sync").out()).contains("Updated: 1");
    var wrong = latest();
    assertThat(stage.rollcall("pause", "--until", "2h", "--why", "Facilities are wrong.").code())
        .isZero();
    int before = stage.calls();
    var paused = stage.rollcall("sync");
    assertThat(paused.code()).as(paused.err()).isEqualTo(6);
    assertThat(paused.out())
        .containsPattern(
            "Paused\\. Sync default is paused since .*, until .*: Facilities are wrong\\.");
    assertThat(stage.rollcall("apply", stage.path("plan.json")).code()).isEqualTo(6);
    assertThat(stage.rollcall("sync", "--skip-if-paused").code()).isZero();
    assertThat(stage.calls()).isEqualTo(before);
    assertThat(stage.rollcall("history", "--last", "2").out()).contains(" paused");
    assertThat(stage.rollcall("doctor").out()).contains("No run of it begins.");
    var undone = stage.rollcall("undo", wrong, "--yes");
    assertThat(undone.code()).as(undone.err()).isZero();
    assertThat(undone.out())
        .contains("so no run writes it again until 'rollcall resume', or until");
    stage.later(Duration.ofHours(3));
    assertThat(stage.rollcall("sync").out()).contains("Updated: 1");
    assertThat(stage.rollcall("resume").out()).contains("Sync default is not paused.");
  }

  private void undo() {
    var ran = stage.rollcall("undo", latest(), "--yes");
    assertThat(ran.code()).as(ran.err() + ran.out()).isZero();
  }

  private StoredContact contact() {
    return stage.world.withExternalId(member).getFirst();
  }

  private String latest() {
    return run(1);
  }

  /// The run before the latest one.
  private String created() {
    return run(2);
  }

  private String run(int back) {
    return Pattern.compile("(?m)^\\d{8}T\\d{6}Z-\\w+")
        .matcher(stage.rollcall("history").out())
        .results()
        .skip(back - 1)
        .findFirst()
        .orElseThrow()
        .group();
  }
}
