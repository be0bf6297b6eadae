package org.rollcall.sandbox;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Looks up the answers to open questions.
final class Choices {
  static final List<OpenQuestion> ALL =
      Arrays.stream(OpenQuestion.class.getPermittedSubclasses())
          .flatMap(question -> Arrays.stream(question.getEnumConstants()))
          .map(OpenQuestion.class::cast)
          .toList();

  private Choices() {}

  /// The answer that a world file writes as `question: answer`.
  static Optional<OpenQuestion> named(String question, String answer) {
    return ALL.stream()
        .filter(choice -> choice.question().equals(question) && choice.answer().equals(answer))
        .findFirst();
  }

  /// What the world file could have said instead, as a sentence without its full stop.
  static String expected(String question, String answer) {
    var answers =
        ALL.stream()
            .filter(choice -> choice.question().equals(question))
            .map(OpenQuestion::answer)
            .toList();
    return answers.isEmpty()
        ? "there is no question \"" + question + "\"; known are bulk, search_lag, " + questions()
        : question + " is one of " + String.join(", ", answers) + ", not \"" + answer + "\"";
  }

  private static String questions() {
    return ALL.stream().map(OpenQuestion::question).distinct().sorted().collect(joining(", "));
  }
}
