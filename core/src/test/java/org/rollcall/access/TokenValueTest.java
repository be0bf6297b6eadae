package org.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenValueTest {
  private static final TokenValue VALUE = TokenValue.of(new byte[TokenValue.BYTES]);

  @Test
  void a_scanner_knows_it_by_its_beginning_and_nothing_prints_it_by_mistake() {
    assertThat(VALUE.secret()).isEqualTo("rollcall_" + "A".repeat(43));
    assertThat(VALUE).hasToString("rollcall_***");
    assertThat("a token " + VALUE).doesNotContain("AAA");
  }

  /// `printf rollcall_AAAA… | sha256sum`.
  @Test
  void what_is_kept_is_its_sha_256() {
    assertThat(VALUE.digest())
        .isEqualTo("513f200e1929374140538a0b978d6237accb08bef59cee836d17fc046c1557e9")
        .isEqualTo(TokenValue.read(VALUE.secret()).orElseThrow().digest());
  }

  @Test
  void fewer_random_bytes_are_none() {
    assertThatThrownBy(() -> TokenValue.of(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "rollcall_", "rollcall_short", "Rollcall_x", "ghp_aaaa", "rollcall_é"})
  void another_text_is_no_token(String text) {
    assertThat(TokenValue.read(text)).isEmpty();
    assertThat(TokenValue.read(VALUE.secret() + "A")).isEmpty();
    assertThat(TokenValue.read(VALUE.secret() + "\n")).isEmpty();
  }
}
