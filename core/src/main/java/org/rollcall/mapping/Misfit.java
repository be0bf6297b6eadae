package org.rollcall.mapping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A function or an operator with arguments of the wrong types.
///
/// @param function the name in CEL: `_==_`, `_?_:_`, `join`
/// @param given the types of the arguments, in words
/// @param candidates the accepted types in words, one text for each way to call it
record Misfit(String function, String given, List<String> candidates) {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "found no matching overload for '(.+?)' applied to '(.*?)' \\(candidates: (.*)\\)");
  private static final Pattern METHOD = Pattern.compile("(\\w+)\\.\\(");
  private static final Pattern BINARY = Pattern.compile("_(.+)_");
  private static final Pattern UNARY = Pattern.compile("(.)_");

  /// The misfit in a message of CEL's checker.
  static Optional<Misfit> in(String message) {
    return Optional.of(MESSAGE.matcher(message))
        .filter(matcher -> matcher.matches())
        .map(matcher ->
            new Misfit(
                matcher.group(1),
                calls(Words.types(matcher.group(2))).getFirst(),
                calls(Words.types(matcher.group(3)))));
  }

  /// Splits `(text),text.(text)` into two ways to call; the second means `text.function(text)`.
  private static List<String> calls(String written) {
    var plain = METHOD.matcher(written).replaceAll("($1, ").replace(", )", ")");
    return Stream.of(plain.split(",(?=\\()")).map(Misfit::inner).toList();
  }

  /// The start of the call in `text`; CEL gives the position of its bracket.
  int start(String text, int offset) {
    int start = offset - function.length();
    return start >= 0 && text.startsWith(function, start) ? start : offset;
  }

  String told() {
    var binary = BINARY.matcher(function);
    var unary = UNARY.matcher(function);
    if (function.equals("_?_:_")) {
      return conditional();
    }
    if (function.equals("_[_]")) {
      return "[ ] was given %s; expected a list and an integer".formatted(and(given));
    }
    if (binary.matches()) {
      return "%s was given %s; expected %s"
          .formatted(binary.group(1), and(given), operands(binary.group(1)));
    }
    return unary.matches()
        ? "%s was given %s; expected %s".formatted(unary.group(1), given, takes())
        : "%s was given %s; expected %s".formatted(function, and(given), takes());
  }

  private static String operands(String operator) {
    return operator.equals("&&") || operator.equals("||")
        ? "true or false on both sides"
        : "two values of one type that it works on";
  }

  private String conditional() {
    var types = given.split(", ");
    return types[0].equals("boolean")
        ? "the two sides of : are %s; expected one type"
            .formatted(and(given.substring("boolean, ".length())))
        : "before ? stands %s; expected true or false".formatted(types[0]);
  }

  private String takes() {
    return candidates.stream().map(Misfit::and).collect(Collectors.joining(", or "));
  }

  private static String and(String types) {
    if (types.isEmpty()) {
      return "nothing";
    }
    int last = types.lastIndexOf(", ");
    return last < 0 ? types : types.substring(0, last) + " and " + types.substring(last + 2);
  }

  private static String inner(String types) {
    return types.substring(1, types.length() - 1);
  }
}
