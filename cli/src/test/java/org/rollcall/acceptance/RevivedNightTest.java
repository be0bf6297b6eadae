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
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.StoredContact;

/// By the command line: a member whose contact is archived, where Intercom lists such contacts.
@Tag("slow")
class RevivedNightTest {
  @TempDir private Path folder;
  private Stage stage;
  private StoredContact archived;
  private String member;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    stage = new Stage(SampleRoster.of(60), folder);
    stage.settings(text -> text.replaceFirst("version: \"2.16\"", "version: Preview"));
    assertThat(stage.rollcall("sync").code()).isZero();
    var contact = stage.world.contacts().getFirst();
    member = contact.externalId().orElseThrow();
    archived = contact.with("name", "Somebody").with(new ContactState.Archived());
    stage.world.put(archived);
  }

  @AfterEach
  void strike() {
    stage.close();
  }

  @Test
  void a_plan_shows_who_is_brought_back_and_a_sync_does_it_once() {
    assertThat(stage.rollcall("plan").out())
        .contains("^ " + member)
        .contains("0 to create, 0 to update, 1 to bring back,");
    assertThat(stage.rollcall("explain", member).out())
        .contains("bring back contact " + archived.id());

    assertThat(stage.rollcall("sync").out()).contains("Created: 0", "Updated: 1", "Failed: 0");
    assertThat(contact().isActive()).isTrue();
    assertThat(contact().text("name")).isNotEqualTo(archived.text("name"));

    assertThat(stage.rollcall("history", latest()).out()).contains("1 to bring back");
    assertThat(stage.rollcall("sync").out()).contains("Updated: 0", "Unchanged: 60");
  }

  @Test
  void what_was_brought_back_is_taken_back() {
    assertThat(stage.rollcall("sync").code()).isZero();
    var ran = stage.rollcall("undo", latest(), "--yes");
    assertThat(ran.code()).as(ran.err() + ran.out()).isZero();
    assertThat(contact().updatedAt(0)).isEqualTo(archived.updatedAt(0));
  }

  @Test
  void a_reviewed_plan_brings_back_whom_it_says_and_nobody_else() {
    var plan = stage.path("tonight.json");
    assertThat(stage.rollcall("plan", "--out", plan).code()).isZero();
    var other = stage.world.contacts().getLast().with(new ContactState.Archived());
    stage.world.put(other);

    var ran = stage.rollcall("apply", plan);

    assertThat(ran.code()).as(ran.err() + ran.out()).isZero();
    assertThat(contact().isActive()).isTrue();
    assertThat(stage.world.contact(other.id())).contains(other);
  }

  private StoredContact contact() {
    return stage.world.withExternalId(member).getFirst();
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
