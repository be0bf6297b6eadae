package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrintableTextTest {
  private static final int WORLDS = 20_000;
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("\u001b]52;c;aGk=\u0007", "\\u001b]52;c;aGk=\\u0007"),
        Arguments.of("Ann\r\n2026 ERROR", "Ann\\u000d\\u000a2026 ERROR"),
        Arguments.of("a\tb", "a\\u0009b"),
        Arguments.of("\u009b31m", "\\u009b31m"),
        Arguments.of("\u202egnp.exe", "\\u202egnp.exe"),
        Arguments.of("\u2066\u2069\u200e\u200f\u061c", "\\u2066\\u2069\\u200e\\u200f\\u061c"),
        Arguments.of("\u2028\u2029\u0085", "\\u2028\\u2029\\u0085"),
        Arguments.of("\ud83d", "\\ud83d"),
        Arguments.of("\ude00x", "\\ude00x"),
        Arguments.of("\udb40\udc41", "\\udb40\\udc41"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void what_a_terminal_obeys_becomes_visible(String text, String shown) {
    assertThat(PrintableText.of(text)).isEqualTo(shown);
  }

  @Test
  void names_emoji_and_our_own_signs_stay() {
    var plain = "Zoë Ñandú 李雷 فاطمه\u200cزهرا 👩\u200d👧 ⏱\ufe0f ✅ █▌ „…“ → \\ C:\\temp";
    assertThat(PrintableText.of(plain)).isSameAs(plain);
  }

  @Test
  void whatever_comes_in_nothing_that_is_not_printable_goes_out() {
    var random = new Random(27);
    for (int i = 0; i < WORLDS; i++) {
      var text = text(random);
      var shown = PrintableText.of(text);
      assertThat(shown.codePoints().allMatch(PrintableText::isPrintable)).isTrue();
      assertThat(PrintableText.of(shown)).isEqualTo(shown);
      assertThat(read(shown)).isEqualTo(text);
    }
  }

  /// A text without backslashes can be had back from its escapes.
  private static String read(String shown) {
    return ESCAPE
        .matcher(shown)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }

  /// Half of the units are of the dangerous kinds.
  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(12))
        .map(_ -> random.nextBoolean() ? random.nextInt(0x2100) : random.nextInt(0x10000))
        .filter(unit -> unit != '\\')
        .collect(StringBuilder::new, (all, unit) -> all.append((char) unit), StringBuilder::append)
        .toString();
  }
}
