package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerTest {
  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS, true, bash, GITHUB",
    "HOME, true, bash, COMMAND_LINE",
    "INVOCATION_ID, true, bash, COMMAND_LINE",
    "INVOCATION_ID, false, systemd, SYSTEMD",
    "INVOCATION_ID, false, cron, CRON",
    "KUBERNETES_SERVICE_HOST, false, pause, KUBERNETES",
    "HOME, false, crond, CRON",
    "HOME, false, bash, UNKNOWN"
  })
  void the_surroundings_tell_what_started_a_run(
      String variable, boolean terminal, String ancestor, Trigger trigger) {
    assertThat(Trigger.of(Map.of(variable, "true"), terminal, List.of(ancestor)))
        .isEqualTo(trigger);
  }
}
