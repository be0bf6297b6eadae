package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.OutputSchema;
import org.rollcall.sandbox.SampleRoster;

/// Somebody else sets a value every day that Rollcall sets back every night.
@Tag("slow")
class FightTest {
  private static final String LEFT = "It is left alone until either side changes";
  private static final String NAMED = "It is written again, since Intercom knows a person by it.";

  @TempDir private Path folder;
  private Stage stage;
  private String member;
  private String region;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    stage = new Stage(SampleRoster.of(60), folder);
    assertThat(stage.rollcall("sync").code()).isZero();
    var contact =
        stage.world.contacts().stream()
            .filter(each -> !"RNAV".equals(each.attributes().get("region")))
            .findFirst()
            .orElseThrow();
    member = contact.externalId().orElseThrow();
    region = String.valueOf(contact.attributes().get("region"));
  }

  @AfterEach
  void strike() {
    stage.close();
  }

  @Test
  void it_is_noticed_in_the_third_night_and_left_for_a_week() throws SQLException {
    for (int night = 1; night <= 2; night++) {
      var ran = night("OTHER");
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out()).contains("Updated: 1");
      assertThat(ran.err()).doesNotContain(LEFT);
      assertThat(now()).isEqualTo(region);
    }
    long writes = stage.writes();
    for (int night = 3; night <= 9; night++) {
      var ran = night("OTHER");
      assertThat(ran.code()).as(ran.err()).isEqualTo(3);
      assertThat(ran.out()).contains("Updated: 0").contains("Values Not Kept: 1");
      assertThat(ran.err())
          .contains("custom_attributes.region of 1 member (" + member + ")")
          .contains("was written as '" + region + "' 2 times since")
          .contains("is 'OTHER' again each time")
          .contains(LEFT);
      assertThat(stage.writes()).isEqualTo(writes);
    }
    assertThat(stage.rollcall("plan", "--exit-code").code()).isZero();

    var tenth = night("OTHER");
    assertThat(tenth.out()).contains("Updated: 1");
    assertThat(tenth.code()).isZero();
    var eleventh = night("OTHER");
    assertThat(eleventh.code()).isEqualTo(3);
    assertThat(eleventh.err()).contains("3 times since").contains(LEFT);

    var resent = stage.rollcall("sync", "--resend");
    assertThat(resent.code()).isZero();
    assertThat(resent.out()).contains("Updated: 1");
    assertThat(now()).isEqualTo(region);
  }

  @Test
  void either_side_and_every_other_field_lets_it_go() throws SQLException {
    night("OTHER");
    night("OTHER");
    stage.sql("update members set lastname = 'New' where membernumber = '%s'".formatted(member));
    var third = night("OTHER");
    assertThat(third.code()).isEqualTo(3);
    assertThat(third.out()).contains("Updated: 1");
    assertThat(stage.contactOf(member).text("name").orElseThrow()).endsWith("New");
    assertThat(now()).isEqualTo("OTHER");

    var another = night("ANOTHER");
    assertThat(another.code()).isZero();
    assertThat(now()).isEqualTo(region);

    assertThat(night("OTHER").code()).isZero();
    assertThat(night("OTHER").code()).isZero();
    assertThat(night("OTHER").code()).isEqualTo(3);
    stage.sql("update regions set code = 'X' || code");
    var forced = stage.rollcall("sync", "--force");
    assertThat(forced.code()).as(forced.err() + forced.out()).isZero();
    assertThat(now()).isEqualTo("X" + region);
  }

  @Test
  void the_history_lists_it() {
    assertThat(stage.rollcall("history", "--fights").out())
        .contains("Nothing was written in the same way");
    night("OTHER");
    night("OTHER");
    night("OTHER");
    assertThat(stage.rollcall("history", "--fights").out())
        .contains("  %s  custom_attributes.region  OTHER → %s  2 times".formatted(member, region))
        .contains("(default, sandbox)");
    var printed = stage.rollcall("history", "--fights", "--json").out();
    OutputSchema.of("history").assertDescribes(printed);
    assertThat(printed)
        .contains("\"fights\"")
        .contains("\"member\" : \"" + member + "\"")
        .contains("\"before\" : \"OTHER\"")
        .contains("\"after\" : \"" + region + "\"")
        .contains("\"times\" : 2");
  }

  @Test
  void a_run_that_is_taken_back_each_time_is_no_fight() {
    for (int night = 1; night <= 4; night++) {
      var contact = stage.contactOf(member);
      if (night == 1) {
        stage.world.put(contact.withAttribute("region", "OTHER"));
      }
      stage.later(Duration.ofDays(1));
      var ran = stage.rollcall("sync");
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out()).contains("Updated: 1");
      assertThat(stage.rollcall("undo", latest(), "--yes").code()).isZero();
      assertThat(now()).isEqualTo("OTHER");
    }
  }

  @Test
  void an_address_is_named_and_written_all_the_same() {
    var right = stage.contactOf(member).email().orElseThrow();
    for (int night = 1; night <= 4; night++) {
      stage.world.put(stage.contactOf(member).with("email", "other@example.org"));
      stage.later(Duration.ofDays(1));
      var ran = stage.rollcall("sync");
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out()).contains("Updated: 1");
      assertThat(ran.err().contains(NAMED)).isEqualTo(night > 2);
      assertThat(ran.err()).doesNotContain("other@example.org");
      assertThat(stage.contactOf(member).email()).contains(right);
    }
  }

  /// A day on which somebody sets the region, and the night after it.
  private Stage.Ran night(String value) {
    stage.world.put(stage.contactOf(member).withAttribute("region", value));
    stage.later(Duration.ofDays(1));
    return stage.rollcall("sync");
  }

  private Object now() {
    return String.valueOf(stage.contactOf(member).attributes().get("region"));
  }

  private String latest() {
    return stage
        .rollcall("history", "--last", "1")
        .out()
        .lines()
        .skip(1)
        .findFirst()
        .orElseThrow()
        .split(" ")[0];
  }
}
