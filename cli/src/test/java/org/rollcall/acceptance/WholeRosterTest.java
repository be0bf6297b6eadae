package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sandbox.SampleRoster;

/// The first user's roster at its real size, over both ways in.
@Tag("slow")
class WholeRosterTest {
  private static final int MEMBERS = 20_123;

  @TempDir private Path folder;

  @Test
  void a_first_load_in_bulk_takes_fewer_than_400_calls_and_leaves_nothing_to_do() throws Exception {
    try (var stage = new Stage(SampleRoster.of(MEMBERS), folder)) {
      stage.settings(
          text -> text.replace("bulk: false", "bulk: true").replace("\"2.16\"", "\"2.17\""));
      var ran = stage.rollcallOverPostgres("sync");
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out()).contains("Created: 20123").contains("Failed: 0");
      assertThat(ran.err()).contains("Handed 20123 of 20123 members to Intercom in bulk");
      assertThat(stage.calls()).isLessThan(400);
      assertThat(stage.rollcallOverPostgres("plan").out()).contains("No changes.");
    }
  }

  @Test
  void s1_s2_all_eligible_members_are_read_and_both_ways_in_give_the_same() throws Exception {
    try (var stage = new Stage(SampleRoster.of(MEMBERS), folder)) {
      var rest = stage.rollcall("sync", "--dry-run", "--report", stage.path("rest.json"));
      assertThat(rest.code()).as(rest.err()).isZero();
      assertThat(rest.err())
          .contains("Total members to fetch: 20123 (fetching in pages of 1000)")
          .contains("Fetched page 1 (1000 members so far...)")
          .contains("Fetched page 21 (20123 members so far...)")
          .contains("Found 20123 members with email addresses");
      assertThat(rest.err().lines().count()).isLessThan(230);
      var postgres =
          stage.rollcallOverPostgres("sync", "--dry-run", "--report", stage.path("postgres.json"));
      assertThat(postgres.code()).as(postgres.err()).isZero();
      var read = stage.report("rest.json").path("members");
      assertThat(read).hasSize(MEMBERS);
      assertThat(stage.report("postgres.json").path("members")).isEqualTo(read);
      assertThat(stage.calls()).as("calls to Intercom").isZero();
    }
  }
}
