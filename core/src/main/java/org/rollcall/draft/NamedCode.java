package org.rollcall.draft;

import java.util.List;
import java.util.Optional;
import org.rollcall.settings.Vocabulary;

/// A code that members have, and the name that the settings give it.
///
/// @param vocabulary the vocabulary that looks it up
/// @param name its name; empty where the vocabulary has none. What is a name already is its own
/// @param use how many members have it, and what their contacts hold
public record NamedCode(String vocabulary, Optional<String> name, CodeUse use) {
  /// The codes with their names, in the same order.
  public static List<NamedCode> of(Vocabulary vocabulary, List<CodeUse> uses) {
    return uses.stream()
        .map(use -> new NamedCode(vocabulary.name(), name(vocabulary, use.code()), use))
        .toList();
  }

  private static Optional<String> name(Vocabulary vocabulary, String code) {
    return Optional.ofNullable(vocabulary.names().get(code))
        .or(() -> Optional.of(code).filter(vocabulary.names()::containsValue));
  }

  /// What most contacts of members with exactly this code hold, where it is not the name.
  public Optional<Saying> otherwise() {
    return use.saying()
        .filter(Saying::isOfMost)
        .filter(said -> name.isPresent() && !name.get().equals(said.name()));
  }
}
