package org.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTest {
  @Test
  void a_new_one_has_twelve_characters_and_is_told_why() {
    assertThat(Password.of("elevenchars").fault().orElseThrow())
        .contains("has 11 characters", "needs 12", "can be guessed");
    assertThat(Password.of("twelve chars").fault()).isEmpty();
    assertThat(Password.of("").fault()).isPresent();
    assertThat(Password.of("🦋".repeat(11)).fault()).isPresent();
    assertThat(Password.of("🦋".repeat(12)).fault()).isEmpty();
  }

  @Test
  void it_may_not_be_endless() {
    assertThat(Password.of("a".repeat(256)).fault()).isEmpty();
    assertThat(Password.of("a".repeat(257)).fault().orElseThrow()).contains("256 at most");
  }

  @Test
  void it_is_the_same_from_every_keyboard() {
    assertThat(Password.of("Mu\u0308ller").secret()).isEqualTo(Password.of("M\u00fcller").secret());
  }

  @Test
  void nothing_prints_it_by_mistake() {
    assertThat("a " + Password.of("correct horse")).isEqualTo("a ***");
  }
}
