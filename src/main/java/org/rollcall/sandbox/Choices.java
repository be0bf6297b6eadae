package org.rollcall.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Looks choices up.
final class Choices {
  static final List<Choice> ALL =
      Arrays.stream(Choice.class.getPermittedSubclasses())
          .flatMap(question -> Arrays.stream(question.getEnumConstants()))
          .map(Choice.class::cast)
          .toList();

  private Choices() {}

  /// The choice that a world file writes as `question: answer`.
  static Optional<Choice> named(String question, String answer) {
    return ALL.stream()
        .filter(choice -> choice.question().equals(question) && choice.answer().equals(answer))
        .findFirst();
  }
}
