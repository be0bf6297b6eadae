package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Role;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.StoredContact;

/// A lead that Intercom will not merge into the member's contact, over several nights.
@Tag("slow")
class RefusedMergeTest {
  private static final String TOLD = "Intercom refuses to merge their lead lead-1 into it";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    var refusing = Behaviour.DEFAULT.with(OpenQuestion.LeadMerging.REFUSED);
    stage = new Stage(SampleRoster.of(60), folder, refusing);
    stage.settings(text -> text.replaceFirst("leads: keep", "leads: merge"));
    assertThat(stage.rollcall("sync").code()).isZero();
    var email = stage.world.contacts().getFirst().email().orElseThrow();
    stage.world.put(
        StoredContact.user("lead-1", Map.of("email", email), Map.of(), 1_600_000_000L)
            .with(Role.LEAD));
  }

  @AfterEach
  void strike() {
    stage.close();
  }

  @Test
  void it_is_told_once_and_fails_nobody_until_somebody_resends() {
    var first = stage.rollcall("sync");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err()).contains(TOLD).contains("This lead cannot be merged");
    assertThat(first.out()).contains("Failed: 0").contains("Duplicates Resolved: 0");
    var writes = stage.writes();

    var second = stage.rollcall("sync");
    assertThat(second.code()).isZero();
    assertThat(second.err()).doesNotContain(TOLD);
    assertThat(stage.writes()).isEqualTo(writes);
    assertThat(stage.rollcall("plan", "--exit-code").code()).isZero();

    var resent = stage.rollcall("sync", "--resend");
    assertThat(resent.code()).isZero();
    assertThat(resent.err()).contains(TOLD);
    assertThat(stage.writes()).isEqualTo(writes + 1);

    assertThat(stage.rollcall("sync").err()).doesNotContain(TOLD);
    assertThat(stage.writes()).isEqualTo(writes + 1);
  }
}
