package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void text_that_fits_stays_as_it_is() {
    assertThat(Text.fit("")).isEmpty();
    assertThat(Text.fit("x".repeat(254) + ",")).hasSize(255);
  }

  @Test
  void a_list_is_cut_behind_its_last_name_that_fits_whole() {
    var before = "x".repeat(200) + ", " + "y".repeat(53);

    assertThat(Text.fit(before + ", z")).isEqualTo(before);
    assertThat(Text.fit(before + "y, z")).isEqualTo("x".repeat(200));
    assertThat(Text.fit(", " + "x".repeat(300))).isEqualTo(", " + "x".repeat(253));
  }

  @Test
  void a_character_is_never_cut_in_two() {
    assertThat(Text.fit("x".repeat(254) + "😀")).isEqualTo("x".repeat(254));
    assertThat(Text.fit("x".repeat(253) + "😀y")).isEqualTo("x".repeat(253) + "😀");
    assertThat(Text.fit("x".repeat(254) + "e\u0301z")).isEqualTo("x".repeat(254));
    assertThat(Text.fit("x".repeat(250) + "👩‍🚀👩‍🚀")).isEqualTo("x".repeat(250) + "👩‍🚀");
    assertThat(Text.fit("x".repeat(251) + "👩‍🚀")).isEqualTo("x".repeat(251));
  }

  @Test
  void a_single_character_of_endless_marks_is_cut_between_marks() {
    assertThat(Text.fit("e" + "\u0301".repeat(300))).isEqualTo("e" + "\u0301".repeat(254));
    assertThat(Text.fit("e" + "\uD834\uDD67".repeat(200))).hasSize(255).endsWith("\uDD67");
    assertThat(Text.fit("e\u0301" + "\uD834\uDD67".repeat(200))).hasSize(254).endsWith("\uDD67");
  }

  @Test
  void a_cut_leaves_no_blank_at_the_end() {
    assertThat(Text.fit("x".repeat(254) + " yy")).isEqualTo("x".repeat(254));
  }

  @Test
  void control_characters_go_and_line_breaks_become_blanks() {
    assertThat(Text.clean("a\u0000b\u001bc\u007fd\u0085e")).isEqualTo("abcde");
    assertThat(Text.clean("\n a\tb\r\nc\u2028d\u2029 ")).isEqualTo("a b  c d");
    assertThat(Text.clean("\uD83Da\uDE00b😀")).isEqualTo("ab😀");
    assertThat(Text.clean("\ufeffa\u200bb\u200b")).isEqualTo("ab");
  }

  @Test
  void what_means_something_stays() {
    for (var text : new String[] {"👩‍🚀", "❤\uFE0F", "می‌خواهم", "a b", "é", "Å", "a\u00a0b"}) {
      assertThat(Text.clean(text)).isEqualTo(text);
    }
  }

  @Test
  void a_joiner_that_joins_nothing_goes() {
    assertThat(Text.clean("A\u200cn\u200da 1\u200d2 Ž\u200ci\u200dИ\u200cα\u200d-"))
        .isEqualTo("Ana 12 ŽiИα-");
    assertThat(Text.clean("👩🏽\u200d🚀 ❤\uFE0F\u200d🔥 क्\u200dष"))
        .isEqualTo("👩🏽\u200d🚀 ❤\uFE0F\u200d🔥 क्\u200dष");
  }

  @Test
  void marks_of_direction_and_joiners_at_the_ends_go() {
    assertThat(Text.clean("\u200fעדה\u200e")).isEqualTo("עדה");
    assertThat(Text.clean("\u202aA\u2066n\u00ada\u2069\u202c\u3164")).isEqualTo("Ana");
    assertThat(Text.clean("\u200dAna\u200c\u2800")).isEqualTo("Ana");
  }

  @Test
  void addresses_and_numbers_keep_only_what_is_seen() {
    for (int hidden :
        new int[] {
          0xAD, 0x34F, 0x600, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E,
          0x202A, 0x202C, 0x2060, 0x2069, 0x206F, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0,
          0xFFF9, 0x1D173, 0xE0001, 0xE0041, 0xE0100
        }) {
      var mark = Character.toString(hidden);
      assertThat(Text.visible(mark + "a" + mark + "1 " + mark)).as("%x", hidden).isEqualTo("a1");
    }
    assertThat(Text.visible("\u2800é😀\u00ae\u3000")).isEqualTo("é😀\u00ae");
  }

  @Test
  void blanks_of_every_sort_become_one() {
    assertThat(Text.collapse("  a \u00a0\u3000\u2003 b\n\nc ")).isEqualTo("a b c");
  }

  @Test
  void blanks_around_go_the_invisible_ones_too() {
    assertThat(Text.trim("\u00a0\u200b\ufeff\t\u0000 a \u0007 b \u2028\u3000"))
        .isEqualTo("a \u0007 b");
    assertThat(Text.trim(" \n")).isEmpty();
    assertThat(Text.trim("")).isEmpty();
  }

  @Test
  void whatever_comes_in_what_goes_out_is_short_whole_and_stays_the_same_a_second_time() {
    for (long seed = 0; seed < 2_000; seed++) {
      var text = anything(seed);
      var once = Text.fit(Text.clean(text));

      assertThat(once.length()).as("seed %d", seed).isLessThanOrEqualTo(255);
      assertThat(
              once.codePoints()
                  .noneMatch(character -> Character.getType(character) == Character.SURROGATE))
          .as("seed %d", seed)
          .isTrue();
      assertThat(Text.fit(Text.clean(once))).as("seed %d", seed).isEqualTo(once);
    }
  }

  private static String anything(long seed) {
    var random = new SplittableRandom(seed);
    var parts =
        new String[] {
          "a", "Ana", ", ", " ", "😀", "👩‍🚀", "\uD83D", "\uDE00", "e\u0301", "\n", "\u0000", "א",
          "\u200b"
        };
    var text = new StringBuilder();
    for (int i = random.nextInt(200); i >= 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }
}
