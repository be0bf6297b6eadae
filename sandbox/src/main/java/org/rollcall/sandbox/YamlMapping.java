package org.rollcall.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// A mapping in a YAML file.
///
/// @param whole the mapping itself, for messages about it as a whole
/// @param entries its values by key, in the order of the file
record YamlMapping(YamlPart whole, Map<String, YamlPart> entries) {
  Optional<YamlPart> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /// @throws WorldMistake with the message `otherwise` when there is no such key
  YamlPart require(String key, String otherwise) {
    return find(key).orElseThrow(() -> whole.mistake(otherwise));
  }

  String text(String key, String otherwise) {
    return find(key).map(YamlPart::text).orElse(otherwise);
  }

  /// @throws WorldMistake when the value is neither `true` nor `false`
  boolean flag(String key, boolean otherwise) {
    return find(key).map(YamlPart::flag).orElse(otherwise);
  }

  void forEach(BiConsumer<String, YamlPart> each) {
    entries.forEach(each);
  }
}
