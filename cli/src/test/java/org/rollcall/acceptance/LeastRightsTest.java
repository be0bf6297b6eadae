package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.support.Pages;

/// Nights with the two roles that `deploy/supabase` makes: one reads the roster, one keeps the
/// store, and neither can do more.
@Tag("slow")
class LeastRightsTest {
  private static final String READER = "rollcall_roster";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void set() throws Exception {
    stage = new Stage(SampleRoster.of(60), folder);
    for (var role : new String[] {"roster", "store"}) {
      stage.sql(
          Pages.read("deploy/supabase/%s.sql".formatted(role)).replace("'CHANGE-ME'", "'secret'"));
    }
    var store = stage.supabase.database().url("rollcall_store");
    stage.settings(text -> text.replace("\nstore:\n  url:", "\nstore:\n  url: " + store + " #"));
  }

  @AfterEach
  void strike() throws SQLException {
    stage.sql("drop owned by rollcall_roster; drop role rollcall_roster");
    stage.sql("drop schema rollcall cascade; drop role rollcall_store");
    stage.close();
  }

  @Test
  void a_night_needs_no_other_right_and_who_reads_the_roster_has_none() {
    var doctor = stage.rollcallOverPostgresAs(READER, "doctor");
    assertThat(doctor.code()).as(doctor.out()).isZero();
    assertThat(doctor.out()).contains("Ready to run").doesNotContain("✗");

    var first = stage.rollcallOverPostgresAs(READER, "sync");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(stage.writes()).isGreaterThan(50);

    var quiet = stage.rollcallOverPostgresAs(READER, "sync");
    assertThat(quiet.out()).contains("Created: 0", "Updated: 0", "Failed: 0");
    assertThat(stage.rollcallOverPostgresAs(READER, "history").out().lines())
        .filteredOn(line -> line.contains("  sync  ") && line.endsWith("succeeded"))
        .hasSize(2);

    assertRefused("select discord_id from members");
    assertRefused("select * from rollcall.runs");
    assertRefused("update members set email = null");
    assertRefused("create table mine (id int)");
  }

  private void assertRefused(String statement) {
    var url = "jdbc:" + stage.supabase.database().url(READER).replace(READER + "@", "");
    assertThatThrownBy(
            () -> {
              try (var connection = DriverManager.getConnection(url, READER, "");
                  var asked = connection.createStatement()) {
                asked.execute(statement);
              }
            })
        .as(statement)
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(permission denied|read-only transaction).*");
  }
}
