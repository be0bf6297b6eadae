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
import org.rollcall.sandbox.SampleRoster;

/// A phone that Intercom will not take, over several nights.
@Tag("slow")
class RefusedPhoneTest {
  private static final String SAID = "Intercom refused this phone in an earlier run";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    stage = new Stage(SampleRoster.of(60), folder);
    stage.settings(text ->
        text.replace("phone: e164(member.phone, 'US')", "phone: member.phone")
            .replaceFirst("(?s)\ntests:.*?\n\n", "\n\n"));
    stage.sql("update members set phone = null");
    stage.sql("update members set phone = 'extension 7' where membernumber = " + one());
  }

  @AfterEach
  void strike() {
    stage.close();
  }

  @Test
  void it_is_refused_once_then_left_alone_and_said_so_until_it_changes() throws SQLException {
    var first = stage.rollcall("sync");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err()).contains("would not take the phone").doesNotContain(SAID);
    var writes = stage.writes();

    var second = stage.rollcall("sync");
    assertThat(second.code()).isZero();
    assertThat(second.err()).contains(SAID);
    assertThat(stage.writes()).isEqualTo(writes);
    assertThat(stage.rollcall("plan", "--exit-code").code()).isZero();

    stage.sql("update members set phone = '+12025550123' where membernumber = " + one());
    var third = stage.rollcall("sync");
    assertThat(third.err()).doesNotContain(SAID);
    assertThat(stage.writes()).isEqualTo(writes + 1);
    assertThat(stage.world.contacts())
        .filteredOn(contact -> contact.text("phone").isPresent())
        .singleElement()
        .satisfies(contact -> assertThat(contact.text("phone")).contains("+12025550123"));
  }

  private static String one() {
    return "(select min(membernumber) from members where status = 'Active' and email is not null"
        + " and membertypeid = 6)";
  }
}
