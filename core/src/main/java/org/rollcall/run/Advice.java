package org.rollcall.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What to do about a member whom a run did not put right. It has the rows of the page on
/// troubleshooting, a table of Markdown: messages in backticks with `…` for what differs, and what
/// to do.
///
/// @param messages each as its parts between what differs, in their order
/// @param text what to do, in plain text; holds nobody's data
public record Advice(List<List<String>> messages, String text) {
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]+\\)");

  /// Shorter ones say too little to be told apart.
  private static final int TELLING = 9;

  private static final List<Advice> ALL = read();

  public Advice {
    messages = messages.stream().map(List::copyOf).toList();
  }

  /// What to do about a reason; empty where nothing more is known than the reason says.
  ///
  /// @param reason as a report has it, or with `…` for what differs from member to member
  public static Optional<String> on(String reason) {
    return ALL.stream()
        .max(Comparator.comparingInt(each -> each.fit(reason)))
        .filter(best -> best.fit(reason) >= TELLING)
        .map(Advice::text);
  }

  /// How many letters of the best message the reason has; 0 where none fits.
  private int fit(String reason) {
    return messages.stream().mapToInt(parts -> fit(parts, reason)).max().orElse(0);
  }

  private static int fit(List<String> parts, String reason) {
    int at = 0;
    int letters = 0;
    for (var part : parts) {
      int found = reason.indexOf(part, at);
      if (found < 0) {
        return 0;
      }
      at = found + part.length();
      letters += part.length();
    }
    return letters;
  }

  private static List<Advice> read() {
    try (var table = Objects.requireNonNull(Advice.class.getResourceAsStream("advice.md"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(2)
          .map(Advice::row)
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static Advice row(String line) {
    var cells = line.split("(?<!\\\\)\\|", -1);
    var messages =
        QUOTED
            .matcher(cells[1])
            .results()
            .map(quoted -> parts(quoted.group(1)))
            .filter(parts -> !parts.isEmpty())
            .toList();
    return new Advice(messages, plain(cells[2]));
  }

  private static List<String> parts(String message) {
    return Stream.of(message.split("…"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static String plain(String markdown) {
    return LINK.matcher(markdown.strip()).replaceAll("$1").replace("`", "");
  }
}
