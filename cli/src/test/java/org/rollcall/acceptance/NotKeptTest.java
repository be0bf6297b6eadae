package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.StoredContact;

/// A value that Intercom takes without a word and does not keep, over several nights.
@Tag("slow")
class NotKeptTest {
  private static final String DROPPED = "Intercom did not keep custom_attributes.region";
  private static final String SAID =
      "Intercom does not keep custom_attributes.region of 1 member as it is sent";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    var dropping =
        Behaviour.DEFAULT
            .with(OpenQuestion.UnlistedOption.DROPPED)
            .with(OpenQuestion.ListedOptions.UNTOLD);
    stage = new Stage(SampleRoster.of(60), folder, dropping);
    stage.sql("insert into regions (id, code, name) values (99, 'NEW', 'A new region')");
    stage.sql("update members set status = 'Retired' where status = 'Active'");
    stage.sql(
        "update members set status = 'Active', membertypeid = 6, region_id = 99"
            + " where membernumber = (select min(membernumber) from members"
            + " where status = 'Retired' and email is not null)");
    stage.list("region", "RNAV", "NEWER");
  }

  @AfterEach
  void strike() {
    stage.close();
  }

  @Test
  void it_is_written_in_two_runs_then_left_alone_and_said_so_until_either_side_changes()
      throws SQLException {
    var first = stage.rollcall("sync");
    assertThat(first.code()).as(first.err()).isEqualTo(3);
    assertThat(first.err()).contains(DROPPED).doesNotContain(SAID);
    assertThat(first.out()).contains("Values Not Kept: 1").contains("Failed: 0");
    var member = regionless().externalId().orElseThrow();

    var second = stage.rollcall("sync");
    assertThat(second.code()).isEqualTo(3);
    assertThat(second.err()).contains(DROPPED).doesNotContain(SAID);
    assertThat(second.out()).contains("Values Not Kept: 1").contains("Updated: 0");
    var writes = stage.writes();

    var third = stage.rollcall("sync");
    assertThat(third.code()).isEqualTo(3);
    assertThat(third.err()).contains(SAID).doesNotContain(DROPPED);
    assertThat(third.out()).contains("Values Not Kept: 1").contains("Failed: 0");
    assertThat(stage.writes()).isEqualTo(writes);
    assertThat(stage.rollcall("plan", "--exit-code").code()).isZero();
    assertThat(stage.rollcall("explain", member).out())
        .containsPattern(
            "region .*\\n +wanted +NEW\\n +Intercom +\\(empty\\)  differs; Intercom did");

    var resent = stage.rollcall("sync", "--resend");
    assertThat(resent.code()).isEqualTo(3);
    assertThat(resent.err()).contains(DROPPED);
    assertThat(stage.writes()).isEqualTo(writes + 1);

    stage.sql("update regions set code = 'NEWER' where id = 99");
    var fourth = stage.rollcall("sync");
    assertThat(fourth.code()).isZero();
    assertThat(fourth.err()).doesNotContain(SAID).doesNotContain(DROPPED);
    assertThat(stage.writes()).isEqualTo(writes + 2);
    assertThat(stage.contactOf(member).attributes()).containsEntry("region", "NEWER");
  }

  /// The contact of the member whose region was dropped.
  private StoredContact regionless() {
    return stage.world.contacts().stream()
        .filter(contact -> contact.attributes().get("region") == null)
        .findFirst()
        .orElseThrow();
  }
}
