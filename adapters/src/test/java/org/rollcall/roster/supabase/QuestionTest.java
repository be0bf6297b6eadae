package org.rollcall.roster.supabase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private static final URI BASE = URI.create("https://ref.supabase.co/");

  @Test
  void names_are_quoted_and_plain_values_stay_readable() {
    var ask =
        Question.select("members", List.of(Question.name("email")))
            .among("membertypeid", List.of("6", "10"))
            .by("membernumber")
            .after("membernumber", "9001");

    assertThat(ask.at(BASE, 1000))
        .hasToString(
            "https://ref.supabase.co/rest/v1/members?select=%22email%22&%22membertypeid%22=in.(6,10)"
                + "&order=%22membernumber%22.asc&%22membernumber%22=gt.9001&limit=1000");
  }

  @Test
  void what_could_mean_something_else_is_quoted_and_encoded() {
    assertThat(Question.literal("null")).isEqualTo("\"null\"");
    assertThat(Question.literal("a,b")).isEqualTo("\"a,b\"");
    assertThat(Question.literal("say \"\\\"")).isEqualTo("\"say \\\"\\\\\\\"\"");
    assertThat(Question.name("Member No.")).isEqualTo("\"Member No.\"");
    assertThat(Question.encode("a+b c&d=e\"é")).isEqualTo("a%2Bb%20c%26d%3De%22%C3%A9");
  }

  @Test
  void numbers_and_identifiers_need_no_quotes() {
    for (var plain : List.of("1", "0042", "A123", "0af68afe-747c-4ce0")) {
      assertThat(Question.literal(plain)).isEqualTo(plain);
    }
  }
}
