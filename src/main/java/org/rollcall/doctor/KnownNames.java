package org.rollcall.doctor;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.rollcall.config.Mapping;
import org.rollcall.model.FieldName;

/// The names that fields can be given by `named(…, 'vocabulary')`, one name a member. What else
/// their expressions may yield, nobody can say beforehand.
final class KnownNames {
  private static final Pattern NAMED =
      Pattern.compile("\\bnamed\\(.*?,\\s*(['\"])([^'\"]+)\\1\\s*\\)", Pattern.DOTALL);

  private KnownNames() {}

  /// By field, those of every vocabulary that its expression takes single names from.
  static Map<FieldName, SequencedSet<String>> of(Mapping mapping) {
    var names = new LinkedHashMap<FieldName, SequencedSet<String>>();
    mapping
        .contact()
        .forEach((field, expression) ->
            NAMED
                .matcher(expression.text())
                .results()
                .map(call -> mapping.vocabularies().get(call.group(2)))
                .filter(Objects::nonNull)
                .forEach(vocabulary ->
                    names
                        .computeIfAbsent(field, _ -> new LinkedHashSet<>())
                        .addAll(vocabulary.names().values())));
    return names;
  }
}
