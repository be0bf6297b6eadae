package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.SettingsText;

/// What the settings say about waiting reaches those who wait.
class PatienceInSettingsTest {
  private static final String SETTINGS =
      """
      source: { patience: 3ms }
      roster: { table: t, key: id, columns: { id: text, email: text } }
      contact: { external_id: member.id, email: member.email }
      intercom: { patience: 90s }
      """;

  @Test
  void the_source_is_tried_and_the_list_is_waited_for_as_long_as_they_say() {
    var sync =
        NamedSync.alone(
            new SettingsText("rollcall.yaml", SETTINGS),
            Map.of("DATABASE_URL", "postgresql://ann:hunter2@127.0.0.1:1/d"));
    assertThat(SyncRules.of(sync.name(), sync.definition()).listing().patience())
        .isEqualTo(Duration.ofSeconds(90));
    assertThatThrownBy(() -> sync.members(InstantSource.system()))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("could not be read in 2 tries")
        .hasMessageContaining("source.patience")
        .hasMessageNotContaining("hunter2");
  }
}
