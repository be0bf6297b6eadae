package org.rollcall.settings;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in `${NAME}` and `${NAME:-default}` from the environment. It runs after YAML is parsed, so
/// a variable's value is always text. The value is not searched for further variables.
final class Substitution {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<default>[^}]*))?})?");

  private Substitution() {}

  /// `raw`, filled in and trimmed; empty if that fails, with each reason reported to `wrong`. A
  /// variable without text counts as not set.
  static Optional<String> in(Context context, String raw, Consumer<String> wrong) {
    var mistakes =
        REFERENCE
            .matcher(raw)
            .results()
            .flatMap(found -> mistake(context, found).stream())
            .toList();
    mistakes.forEach(wrong);
    return mistakes.isEmpty() ? Optional.of(filled(context, raw)) : Optional.empty();
  }

  /// The variable that is all of `raw`; empty if it is more than one reference, or none.
  static Optional<String> variable(String raw) {
    var whole = REFERENCE.matcher(raw);
    return whole.matches() ? Optional.ofNullable(whole.group("name")) : Optional.empty();
  }

  private static String filled(Context context, String raw) {
    return REFERENCE
        .matcher(raw)
        .replaceAll(found -> Matcher.quoteReplacement(value(context, found).orElseThrow()))
        .strip();
  }

  private static Optional<String> mistake(Context context, MatchResult found) {
    var name = found.group("name");
    if (name == null) {
      return Optional.of("${ begins no reference; expected ${NAME} or ${NAME:-default}");
    }
    var value = value(context, found);
    if (value.isEmpty()) {
      return Optional.of(
          "the environment variable %s is not set; set it%s"
              .formatted(name, orDefault(context, name)));
    }
    return value
        .filter(LostLetters::in)
        .map(_ -> LostLetters.ofProcess().variable(name))
        .or(() ->
            value
                .filter(Wrapping::isQuoted)
                .flatMap(Wrapping::fault)
                .map(fault -> name + " " + fault));
  }

  private static String orDefault(Context context, String name) {
    return context.source().inFile() ? ", or give a default: ${%s:-default}".formatted(name) : "";
  }

  private static Optional<String> value(Context context, MatchResult found) {
    return context
        .variable(found.group("name"))
        .or(() -> Optional.ofNullable(found.group("default")));
  }
}
