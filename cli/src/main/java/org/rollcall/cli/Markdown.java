package org.rollcall.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rollcall.model.PrintableText;

/// Texts of other people in Markdown, so that they stay texts: none makes a table, a link, a
/// heading or HTML, and none calls somebody's name at a forge.
final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~&]");

  /// What a forge makes a link of by itself: somebody's name, an issue, an address.
  private static final Pattern LINKS = Pattern.compile("(\\\\#|@|:(?=//)|www(?=\\.))(?=\\S)");

  private static final Pattern TICKS = Pattern.compile("`+");

  private Markdown() {}

  /// A sentence.
  static String text(String sentence) {
    var escaped = SPECIAL.matcher(PrintableText.of(sentence)).replaceAll("\\\\$0");
    return LINKS.matcher(escaped).replaceAll("$1&#8203;");
  }

  /// A value, as it stands.
  static String value(String value) {
    var text = PrintableText.of(value).replace("|", "\\|");
    if (text.isBlank()) {
      return "*empty*";
    }
    int longest =
        TICKS.matcher(text).results().mapToInt(each -> each.group().length()).max().orElse(0);
    var fence = "`".repeat(longest + 1);
    var space = longest > 0 || !text.equals(text.strip()) ? " " : "";
    return fence + space + text + space + fence;
  }

  /// A line of a table.
  static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  /// The two first lines of a table.
  ///
  /// @param numbers how many of the columns, from the second on, hold numbers
  static List<String> head(List<String> names, int numbers) {
    var rules =
        IntStream.range(0, names.size())
            .mapToObj(at -> at >= 1 && at <= numbers ? "--:" : "---")
            .toList();
    return List.of(row(names), row(rules));
  }

  /// A table; nothing where it would have no rows.
  ///
  /// @param numbers how many of the columns, from the second on, hold numbers
  static Stream<String> table(List<String> names, int numbers, Stream<List<String>> rows) {
    var lines = rows.map(Markdown::row).toList();
    return lines.isEmpty()
        ? Stream.of()
        : Stream.of(Stream.of(""), head(names, numbers).stream(), lines.stream())
            .flatMap(each -> each);
  }

  /// What is open only once somebody asks for it.
  static Stream<String> folded(String title, Stream<String> lines) {
    return Stream.of(
            Stream.of("", "<details><summary>%s</summary>".formatted(title), ""),
            lines,
            Stream.of("", "</details>"))
        .flatMap(each -> each);
  }
}
