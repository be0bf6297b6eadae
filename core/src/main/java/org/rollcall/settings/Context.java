package org.rollcall.settings;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/// What every part of one reading shares.
record Context(SettingsText source, Map<String, String> environment, Problems problems) {
  /// Where `node` begins.
  Position position(Node node) {
    return position(node.getStartMark());
  }

  /// The place of a mark, which the parser counts from 0.
  Position position(Optional<Mark> mark) {
    return mark.filter(_ -> source.inFile())
        .map(place -> new Position(source.name(), place.getLine() + 1, place.getColumn() + 1))
        .orElse(new Position(source.name(), 0, 0));
  }

  /// The same reading, in settings that a default stands for.
  Context implied(String text) {
    return new Context(SettingsText.implied(text), environment, problems);
  }

  /// An environment variable that holds something.
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
