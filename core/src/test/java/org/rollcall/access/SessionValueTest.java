package org.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionValueTest {
  private static final SessionValue VALUE = SessionValue.of(new byte[SessionValue.BYTES]);

  @Test
  void nothing_prints_it_by_mistake() {
    assertThat(VALUE.secret()).isEqualTo("A".repeat(43));
    assertThat("a session " + VALUE).doesNotContain("AAA");
  }

  @Test
  void what_is_kept_and_what_forms_hold_tell_neither_the_secret_nor_each_other() {
    var read = SessionValue.read(VALUE.secret()).orElseThrow();
    assertThat(VALUE.digest()).matches("[0-9a-f]{64}").isEqualTo(read.digest());
    assertThat(VALUE.formToken()).matches("[A-Za-z0-9_-]{43}").isEqualTo(read.formToken());
    assertThat(VALUE.formToken()).isNotEqualTo(VALUE.secret());
    var digest = SessionValue.read(VALUE.formToken()).orElseThrow().digest();
    assertThat(digest).isNotEqualTo(VALUE.digest());
  }

  @Test
  void fewer_random_bytes_are_none() {
    assertThatThrownBy(() -> SessionValue.of(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "é"})
  void another_text_is_none(String text) {
    assertThat(SessionValue.read(text)).isEmpty();
    assertThat(SessionValue.read(VALUE.secret() + "A")).isEmpty();
    assertThat(SessionValue.read(VALUE.secret() + "\n")).isEmpty();
  }
}
