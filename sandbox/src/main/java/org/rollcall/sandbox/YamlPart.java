package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A part of a YAML file that knows its position. JSON is YAML too.
///
/// @param file the name of the file in messages
record YamlPart(String file, Node node) {
  /// The whole file; an empty mapping if the file is empty.
  ///
  /// @throws WorldMistake when it is not YAML
  static YamlPart parse(String file, String text) {
    try {
      var compose = new Compose(LoadSettings.builder().setLabel(file).build());
      return new YamlPart(file, compose.composeString(text.isBlank() ? "{}" : text).orElseThrow());
    } catch (YamlEngineException e) {
      throw new WorldMistake(file + " is not YAML: " + e.getMessage());
    }
  }

  /// The mapping, which may have only the keys in `known`.
  ///
  /// @throws WorldMistake when it is not a mapping or has another key
  YamlMapping mapping(Set<String> known) {
    var mapping = mapping();
    mapping.forEach((key, value) -> {
      if (!known.contains(key)) {
        throw value.mistake("there is no \"" + key + "\" here; known are " + sorted(known));
      }
    });
    return mapping;
  }

  /// The mapping, with any keys.
  ///
  /// @throws WorldMistake when it is not a mapping
  YamlMapping mapping() {
    if (!(node instanceof MappingNode mapping)) {
      throw mistake("a mapping (key: value) is expected");
    }
    var entries = new LinkedHashMap<String, YamlPart>();
    for (var tuple : mapping.getValue()) {
      var key = new YamlPart(file, tuple.getKeyNode()).text();
      entries.put(key, new YamlPart(file, tuple.getValueNode()));
    }
    return new YamlMapping(this, entries);
  }

  /// @throws WorldMistake when it is not a list
  List<YamlPart> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw mistake("a list is expected");
    }
    return sequence.getValue().stream().map(item -> new YamlPart(file, item)).toList();
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /// The scalar as written, without quotes.
  ///
  /// @throws WorldMistake when it is not a scalar
  String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw mistake("a single value is expected");
    }
    return scalar.getValue();
  }

  /// The scalar as the type that its form suggests: text, number, boolean or `null`.
  @Nullable Object plain() {
    var text = text();
    var tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    return tag.equals(Tag.INT) ? (Object) read(Long::valueOf, "a whole number") : number(tag, text);
  }

  /// @throws WorldMistake when it is neither `true` nor `false`
  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw mistake("\"" + text() + "\" is neither true nor false");
    };
  }

  /// The scalar, read by `reader`, which throws [IllegalArgumentException] for invalid text.
  ///
  /// @throws WorldMistake with `expected` in its message when the text is invalid
  <T> T read(Function<String, T> reader, String expected) {
    try {
      return reader.apply(text());
    } catch (IllegalArgumentException _) {
      throw mistake("\"" + text() + "\" is not " + expected);
    }
  }

  WorldMistake mistake(String text) {
    var line = node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    return new WorldMistake(file + line + ": " + text + ".");
  }

  private static Object number(Tag tag, String text) {
    return tag.equals(Tag.FLOAT) ? new BigDecimal(text) : text;
  }

  private static String sorted(Set<String> known) {
    return String.join(", ", known.stream().sorted().toList());
  }
}
