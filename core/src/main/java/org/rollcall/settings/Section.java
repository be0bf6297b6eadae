package org.rollcall.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// A group of keys and values. A key that no reader asks for is a mistake.
final class Section {
  private final Field self;
  private final SequencedMap<String, Field> fields = new LinkedHashMap<>();
  private final SequencedMap<String, Position> keys = new LinkedHashMap<>();
  private final Set<String> known = new TreeSet<>();

  private Section(Field self) {
    this.self = self;
  }

  static Section of(Field self) {
    var section = new Section(self);
    if (self.node() instanceof MappingNode mapping) {
      mapping.getValue().forEach(section::add);
    }
    return section;
  }

  private void add(NodeTuple tuple) {
    var context = self.context();
    var position = context.position(tuple.getKeyNode());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      context.problems().add(position, "a key that is no word; expected a name");
      return;
    }
    var name = key.getValue();
    var first = keys.putIfAbsent(name, position);
    if (first != null) {
      context
          .problems()
          .add(
              position,
              "the key \"%s\" was given in line %d already; expected it once"
                  .formatted(name, first.line()));
      return;
    }
    fields.put(name, new Field(context, path(name), tuple.getValueNode()));
  }

  private String path(String key) {
    return self.path().isEmpty() ? key : self.path() + "." + key;
  }

  Field self() {
    return self;
  }

  /// The value of `key`, if there is one.
  Optional<Field> optional(String key) {
    known.add(key);
    return Optional.ofNullable(fields.get(key));
  }

  /// The value of `key`; if it is missing, that is reported.
  ///
  /// @param expected what it should be
  Optional<Field> required(String key, String expected) {
    var field = optional(key);
    if (field.isEmpty() && self.isSection()) {
      missing(key, expected);
    }
    return field;
  }

  private void missing(String key, String expected) {
    self.report("%s is missing; expected %s".formatted(path(key), expected));
  }

  /// The text of `key`, which must not be missing or empty.
  String text(String key, String expected) {
    var field = required(key, expected);
    var text = field.flatMap(Field::text);
    if (text.filter(String::isEmpty).isPresent()) {
      field.orElseThrow().wrong("empty", expected);
    }
    return text.orElse("");
  }

  /// The same for a text that must not be repeated.
  ///
  /// @param fault what is wrong with it, to follow its name
  String text(String key, String expected, Function<String, Optional<String>> fault) {
    var text = text(key, expected);
    judge(key, text, fault);
    return text;
  }

  /// The text of `key`, which must not be repeated; empty if it is missing or has no text.
  Optional<String> optionalText(String key, Function<String, Optional<String>> fault) {
    var text = optionalText(key);
    text.ifPresent(given -> judge(key, given, fault));
    return text;
  }

  private void judge(String key, String text, Function<String, Optional<String>> fault) {
    if (!text.isEmpty()) {
      fault.apply(text).ifPresent(optional(key).orElseThrow()::unfit);
    }
  }

  /// The text of `key`; empty if it is missing or has no text.
  Optional<String> optionalText(String key) {
    return optional(key).flatMap(Field::text).filter(text -> !text.isEmpty());
  }

  int wholeNumber(String key, int fallback, int least, int most) {
    return optional(key)
        .map(field -> field.wholeNumber(least, most).orElse(fallback))
        .orElse(fallback);
  }

  double share(String key, double fallback) {
    return optional(key)
        .flatMap(field -> field.as("a share such as 50% or 0.5, at most 100%", Forms::share))
        .orElse(fallback);
  }

  Duration duration(String key, Duration fallback) {
    return optional(key)
        .flatMap(field -> field.as("a duration such as 500ms, 30s or 2m", Forms::duration))
        .orElse(fallback);
  }

  boolean flag(String key) {
    return optional(key).flatMap(field -> field.as("true or false", Forms::flag)).orElse(false);
  }

  <E extends Enum<E>> E word(String key, Class<E> words, E fallback) {
    return optional(key).flatMap(field -> field.word(words)).orElse(fallback);
  }

  /// All keys and values of a group whose keys the user chooses.
  SequencedMap<String, Field> all() {
    known.addAll(fields.keySet());
    return fields;
  }

  /// Reports every key that was not asked for.
  void close() {
    keys.forEach((key, position) -> {
      if (!known.contains(key)) {
        self.context().problems().add(position, unknown(key));
      }
    });
  }

  private String unknown(String key) {
    var place = self.path().isEmpty() ? "" : " in " + self.path();
    return "unknown key \"%s\"%s; expected %s%s"
        .formatted(key, place, Forms.choice(known), Nearest.hint(key, known));
  }
}
