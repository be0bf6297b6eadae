package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Texts of other people stay texts.
class MarkdownTest {
  @Test
  void a_value_stands_as_it_is() {
    assertThat(Markdown.value("Area Representative")).isEqualTo("`Area Representative`");
    assertThat(Markdown.value("")).isEqualTo("*empty*");
    assertThat(Markdown.value("a|b")).isEqualTo("`a\\|b`");
    assertThat(Markdown.value("`rm`")).isEqualTo("`` `rm` ``");
    assertThat(Markdown.value("a``b")).isEqualTo("``` a``b ```");
    assertThat(Markdown.value("one\ntwo")).isEqualTo("`one\\u000atwo`");
  }

  @Test
  void a_sentence_makes_no_table_no_link_no_page_and_calls_nobody() {
    assertThat(Markdown.text("<img src=x> | [a](b) *c* @team #12 https://x.example.org www.y"))
        .isEqualTo(
            "\\<img src=x\\> \\| \\[a\\](b) \\*c\\* @&#8203;team \\#&#8203;12 https:&#8203;//x.example.org www&#8203;.y");
  }
}
