package org.rollcall.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/syncs", "/syncs/north?page=2&x=%20", "/runs/1#end", "/logins"})
  void a_path_of_ours_is_one(String text) {
    assertThat(OwnPath.of(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "syncs",
        "https://evil.example.org/",
        "//evil.example.org/",
        "/\\evil.example.org/",
        "\\\\evil.example.org",
        "/\t/evil.example.org",
        "/\n/evil.example.org",
        " //evil.example.org",
        "/a b",
        "/ä",
        "javascript:alert(1)",
        "/login",
        "/login?to=/x",
        "/login/oidc",
        "/logout"
      })
  void nothing_else_is(String text) {
    assertThat(OwnPath.of(text)).isEqualTo(OwnPath.START);
  }

  @Test
  void none_is_the_start() {
    assertThat(OwnPath.of(null)).isEqualTo(OwnPath.START);
    assertThat(OwnPath.of("/" + "a".repeat(2_000))).isEqualTo(OwnPath.START);
  }
}
