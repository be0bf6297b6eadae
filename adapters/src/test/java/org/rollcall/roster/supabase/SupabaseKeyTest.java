package org.rollcall.roster.supabase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.support.Tokens;

class SupabaseKeyTest {
  @Test
  void a_legacy_key_is_sent_twice() {
    assertThat(SupabaseKey.of(Tokens.SERVICE_ROLE).headers())
        .containsExactly(
            "apikey", Tokens.SERVICE_ROLE, "Authorization", "Bearer " + Tokens.SERVICE_ROLE);
  }

  @Test
  void a_secret_key_is_sent_alone() {
    assertThat(SupabaseKey.of(" " + Tokens.SECRET_KEY + "\n").headers())
        .containsExactly("apikey", Tokens.SECRET_KEY);
  }

  @Test
  void no_more_than_six_characters_of_a_key_are_ever_printed() {
    for (var text : List.of(Tokens.SECRET_KEY, Tokens.SERVICE_ROLE, Tokens.ANON, "short")) {
      var key = SupabaseKey.of(text);
      assertThat(key.toString()).doesNotContain(text.substring(0, Math.min(7, text.length())));
      assertThat(key.conceal("bad key " + text + "!"))
          .startsWith("bad key ")
          .endsWith("***!")
          .doesNotContain(text);
    }
  }
}
