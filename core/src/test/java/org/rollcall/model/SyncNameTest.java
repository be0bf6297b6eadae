package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SyncNameTest {
  @Test
  void settings_that_name_no_sync_have_a_default() {
    assertThat(SyncName.DEFAULT).isEqualTo(new SyncName("default")).hasToString("default");
  }

  @Test
  void a_name_is_one_word() {
    assertThat(SyncName.isName("north-2.a_b")).isTrue();
    assertThat(SyncName.isName("-north")).isFalse();
    assertThat(SyncName.isName("a".repeat(65))).isFalse();
    assertThatThrownBy(() -> new SyncName("two words")).hasMessageContaining("\"two words\"");
  }
}
