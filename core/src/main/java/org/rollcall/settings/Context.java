package org.rollcall.settings;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/// What all parts of one reading share.
record Context(SettingsText source, Map<String, String> environment, Problems problems) {
  /// The start of `node`.
  Position position(Node node) {
    return position(node.getStartMark());
  }

  /// The position of a mark; the parser counts from 0.
  Position position(Optional<Mark> mark) {
    return mark.filter(_ -> source.inFile())
        .map(place -> new Position(source.name(), place.getLine() + 1, place.getColumn() + 1))
        .orElse(new Position(source.name(), 0, 0));
  }

  /// The same context for settings that a default provides.
  Context implied(String text) {
    return new Context(SettingsText.implied(text), environment, problems);
  }

  /// An environment variable; empty if it is not set or has no text.
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
