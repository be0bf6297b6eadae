package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SampleSettings;

/// `rollcall init --from-roster` on a real database, over both ways, and a workspace in use.
@Tag("slow")
class DraftedSettingsTest {
  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    stage = new Stage(SampleRoster.of(400), folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void settings_fit_the_roster_and_name_nothing_by_themselves() throws Exception {
    stage.settings(_ -> SampleSettings.text().replace("rate: 166/10s", "rate: 1000000/10s"));
    assertThat(stage.rollcall("sync").code()).isZero();
    stage.sql("drop table facilities cascade");
    stage.sql("alter table members drop column phone");
    stage.sql("update positions set positiontype = 'a: \"b\" #1' where positiontype = 'TRNG'");
    stage.sql("notify pgrst, 'reload schema'");
    var before = stage.writes();

    var overSql = stage.rollcallOverPostgres("init", "--from-roster", stage.path("sql.yaml"));
    assertThat(overSql.code()).as(overSql.err()).isZero();
    assertThat(overSql.out())
        .contains("public.members (400 eligible members).")
        .contains("\n  no column phone in members\n")
        .contains("\n  no table facilities\n")
        .containsPattern("\n  vocabulary positions: \\d+ codes, names proposed for [5-9]\n");
    var drafted = Files.readString(folder.resolve("sql.yaml"));
    assertThat(drafted)
        .containsPattern(
            "\n    # PRES: Facility President +# \\d+ members?; 100 % of \\d+ contacts? say so\n")
        .containsPattern("\n    # 'a: \"b\" #1':? .*# \\d+ members?")
        .contains("# The roster has: Active ")
        .contains("  workspace: sandbox ")
        .doesNotContain("@example.org", "SERVICE_ROLE_KEY=");

    var again = stage.rollcallOverPostgres("init", "--from-roster", stage.path("sql.yaml"));
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("exists already");

    var checked = stage.rollcallOverPostgres("doctor", "--config", stage.path("sql.yaml"));
    assertThat(checked.code()).as(checked.out()).isZero();
    assertThat(stage.writes()).isEqualTo(before);

    var overRest = stage.rollcall("init", "--from-roster", stage.path("rest.yaml"));
    assertThat(overRest.code()).as(overRest.err()).isZero();
    assertThat(folder.resolve("rest.yaml")).hasContent(drafted);

    var alone = stage.rollcallWithToken("", "init", "--from-roster", stage.path("alone.yaml"));
    assertThat(alone.code()).as(alone.err()).isZero();
    assertThat(alone.out())
        .contains("no access token for Intercom is set, so Intercom was not asked")
        .contains("no name proposed");
    assertThat(folder.resolve("alone.yaml")).content().doesNotContain("Facility President");

    tellsOfNamesThatDiffer();
    refusesARunWhoseTestsDoNotHold();

    stage.sql("alter table members rename to people");
    var none = stage.rollcallOverPostgres("init", "--from-roster", stage.path("none.yaml"));
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err())
        .contains(
            "There is no table members in the schema public. There are: member_types, people,");
    assertThat(folder.resolve("none.yaml")).doesNotExist();
  }

  private void tellsOfNamesThatDiffer() throws Exception {
    var named =
        Files.readString(folder.resolve("sql.yaml"))
            .replace("    # PRES: Facility President ", "    PRES: Chief ");
    Files.writeString(folder.resolve("named.yaml"), named);
    var doctor = stage.rollcallOverPostgres("doctor", "--config", stage.path("named.yaml"));
    assertThat(doctor.code()).as(doctor.out()).isZero();
    assertThat(doctor.out())
        .contains(
            "PRES is “Chief” in the settings; “Facility President” is what Intercom holds in all contacts of members with exactly that code")
        .containsPattern("\n  PRES +Chief +\\d+ members?\n");
  }

  private void refusesARunWhoseTestsDoNotHold() throws Exception {
    var broken =
        Files.readString(folder.resolve("sql.yaml"))
            .replace("'RNAV' : member.region.code", "'GONE' : member.region.code")
            .replace(
                "\ntests:\n",
                "\ntests:\n  - row: { status: Retired }\n    contact: { custom_attributes: { region: RNAV } }\n");
    Files.writeString(folder.resolve("broken.yaml"), broken);
    int calls = stage.calls();
    for (var command : new String[] {"validate", "plan", "sync"}) {
      var ran = stage.rollcallOverPostgres(command, "--config", stage.path("broken.yaml"));
      assertThat(ran.code()).as(command).isEqualTo(2);
      assertThat(ran.out() + ran.err())
          .containsPattern(
              "broken\\.yaml:\\d+:\\d+: test \"number 1\": expected that custom_attributes.region is \"RNAV\", but it is \"GONE\"");
    }
    assertThat(stage.calls()).isEqualTo(calls);
  }
}
