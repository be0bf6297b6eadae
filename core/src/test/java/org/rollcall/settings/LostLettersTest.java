package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LostLettersTest {
  @Test
  void a_variable_that_is_lost_is_refused_and_not_shown() {
    var text = new SettingsText("a.yaml", "notify: [{ slack: { url: 'https://${HOST}/x' } }]");
    assertThatThrownBy(
            () -> new ProgramSettings(text, Map.of("HOST", "secr\uFFFDt.example.org")).notifiers())
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("a.yaml:1:26: the environment variable HOST cannot be read: ")
        .hasMessageNotContaining("secr");
    assertThat(new ProgramSettings(text, Map.of("HOST", "he.example.org")).notifiers()).hasSize(1);
  }

  @Test
  void the_reason_is_the_encoding() {
    assertThat(new LostLetters("US-ASCII").reason())
        .contains("no UTF-8 locale is set (Java reads US-ASCII)", "LC_ALL=C.UTF-8");
    assertThat(new LostLetters("utf8").reason()).isEqualTo("it is not UTF-8; write it in UTF-8");
    assertThat(LostLetters.ofProcess().encoding())
        .isEqualTo(System.getProperty("sun.jnu.encoding"));
  }
}
