package org.rollcall.mapping;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.rollcall.mapping.Projected.UnknownCode;
import org.rollcall.settings.Vocabulary;

/// A vocabulary for looking up names.
final class Terms {
  private final String vocabulary;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();

  Terms(Vocabulary vocabulary) {
    this.vocabulary = vocabulary.name();
    vocabulary
        .names()
        .forEach((code, name) -> {
          names.put(code, name);
          ranks.putIfAbsent(name, ranks.size());
        });
    ranks.keySet().forEach(name -> names.putIfAbsent(name, name));
  }

  /// The name of `code`, which may already be a name. A code without a name goes to `unknown` and
  /// is returned unchanged.
  String name(String code, Consumer<UnknownCode> unknown) {
    return Optional.ofNullable(names.get(code))
        .orElseGet(() -> {
          unknown.accept(new UnknownCode(vocabulary, code));
          return code;
        });
  }

  /// The names of `codes`, each once, in the order of the vocabulary. Codes without a name come
  /// last, sorted. So two lists with the same meaning are equal.
  List<String> names(Iterable<String> codes, Consumer<UnknownCode> unknown) {
    var distinct =
        new TreeSet<String>(
            Comparator.<String>comparingInt(name -> ranks.getOrDefault(name, Integer.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder()));
    codes.forEach(code -> distinct.add(name(code, unknown)));
    return List.copyOf(distinct);
  }
}
