package org.rollcall.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One value in the settings. Each method that reads it reports a mistake and then returns empty.
///
/// @param path its full name, such as `roster.join.region.table`
record Field(Context context, String path, Node node) {
  Position position() {
    return context.position(node);
  }

  /// Reports that `found` is wrong. `found` must not come from the environment.
  void wrong(String found, String expected) {
    report("%s is %s; expected %s".formatted(path, found, expected));
  }

  void report(String message) {
    context.problems().add(position(), message);
  }

  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  /// A scalar with `${...}` filled in and trimmed; `""` for `null`.
  Optional<String> text() {
    return text(this::report);
  }

  /// The same, but a missing variable is reported to `wrong`.
  Optional<String> text(Consumer<String> wrong) {
    return text("text", wrong);
  }

  private Optional<String> text(String expected, Consumer<String> wrong) {
    return scalar(expected).flatMap(raw -> Substitution.in(context, raw, wrong));
  }

  /// A scalar converted by `form`; `""` and `null` give empty without a mistake.
  ///
  /// @param expected what a correct value looks like, for the message
  <T> Optional<T> as(String expected, Function<String, Optional<T>> form) {
    var text = text(expected, this::report).filter(written -> !written.isEmpty());
    var value = text.flatMap(form);
    if (text.isPresent() && value.isEmpty()) {
      wrong(shown(), expected);
    }
    return value;
  }

  OptionalInt wholeNumber(int least, int most) {
    var expected = "a whole number from %d to %d".formatted(least, most);
    return as(expected, text -> Forms.wholeNumber(text, least, most)).stream()
        .mapToInt(Integer::intValue)
        .findAny();
  }

  /// One of the constants of an enumeration, written in lower case.
  <E extends Enum<E>> Optional<E> word(Class<E> words) {
    var known = Forms.words(words);
    var text = text().filter(value -> !value.isEmpty());
    var word = text.flatMap(value -> Optional.ofNullable(known.get(value)));
    if (text.isPresent() && word.isEmpty()) {
      wrong(
          shown(), Forms.choice(known.keySet()) + Nearest.hint(text.orElseThrow(), known.keySet()));
    }
    return word;
  }

  /// A scalar as written, trimmed, with nothing filled in; `""` for `null`.
  String literal() {
    return scalar("text").orElse("");
  }

  /// The same, converted by `form`.
  ///
  /// @param expected what a correct value looks like, for the message
  <T> Optional<T> literal(String expected, Function<String, Optional<T>> form) {
    var text = scalar(expected);
    var value = text.flatMap(form);
    if (text.isPresent() && value.isEmpty()) {
      wrong(shown(), expected);
    }
    return value;
  }

  /// An expression as written. Nothing is filled in, so that the environment cannot change the
  /// computation.
  Optional<Expression> expression() {
    return scalar("an expression")
        .filter(this::holdsSomething)
        .map(
            _ -> new Expression(((ScalarNode) node).getValue(), ScalarPositions.of(context, node)));
  }

  /// The values of a list; a single scalar counts as a list of one.
  List<Field> list() {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(item -> new Field(context, path, item)).toList()
        : List.of(this);
  }

  /// The keys below this value.
  Section section() {
    if (!(node instanceof MappingNode)) {
      wrong(kind(), "keys and values");
    }
    return Section.of(this);
  }

  boolean isSection() {
    return node instanceof MappingNode;
  }

  /// Reports what is wrong with a value that must not be repeated.
  ///
  /// @param fault what to say of it, to follow its name
  void unfit(String fault) {
    report(called() + " " + fault);
  }

  /// The variable that the value comes from, or else the full name.
  String called() {
    var written = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    return Substitution.variable(written).orElse(path);
  }

  private boolean holdsSomething(String raw) {
    if (raw.isEmpty()) {
      wrong("empty", "an expression");
    }
    return !raw.isEmpty();
  }

  private Optional<String> scalar(String expected) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(isNull() ? "" : scalar.getValue().strip());
    }
    wrong(kind(), expected);
    return Optional.empty();
  }

  private String shown() {
    return "\"%s\"".formatted(((ScalarNode) node).getValue());
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case MAPPING -> "a group of keys";
      case SEQUENCE -> "a list";
      case SCALAR -> isNull() ? "empty" : "text";
      case ANCHOR -> "an anchor";
    };
  }
}
