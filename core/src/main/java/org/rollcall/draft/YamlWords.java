package org.rollcall.draft;

import java.util.List;
import org.rollcall.model.PrintableText;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Writes a key and its value as one line of YAML, in quotes where they need them.
final class YamlWords {
  private YamlWords() {}

  /// `VP: Facility Vice President`. What it holds comes out again when the line is read.
  static String entry(String key, String value) {
    return word(key) + ": " + word(value);
  }

  /// `VP:`, for a value that is written later.
  static String key(String key) {
    return word(key) + ":";
  }

  /// A word within a list in one line needs quotes wherever a key or a value does. What the library
  /// leaves as it is and nobody sees gets the escape that double quotes have for it.
  private static String word(String text) {
    var settings =
        DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(FlowStyle.FLOW)
            .setDefaultScalarStyle(style(text))
            .setSplitLines(false)
            .setWidth(Integer.MAX_VALUE)
            .build();
    var list = new Dump(settings).dumpToString(List.of(text)).strip();
    return PrintableText.of(list.substring(1, list.length() - 1));
  }

  /// Only double quotes have escapes, by which any text is one line.
  private static ScalarStyle style(String text) {
    boolean ordinary =
        text.codePoints().allMatch(each -> PrintableText.isPrintable(each) && each != '\t');
    return ordinary ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
  }
}
