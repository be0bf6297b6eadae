package org.rollcall.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How the sandbox behaves where Intercom's documentation is silent or contradicts itself.
///
/// @param chosen answers other than the first, by question
/// @param searchLag how long a write stays unseen by search
public record Behaviour(Map<Class<?>, Choice> chosen, Duration searchLag) {
  /// Every question's first answer, and a search that lags by two minutes.
  public static final Behaviour DEFAULT = new Behaviour(Map.of(), Duration.ofMinutes(2));

  public Behaviour {
    chosen = Map.copyOf(chosen);
  }

  /// This behaviour, with these answers to their questions.
  public Behaviour with(Choice... choices) {
    var changed = new LinkedHashMap<>(chosen);
    for (var choice : choices) {
      changed.put(choice.getClass(), choice);
    }
    return new Behaviour(changed, searchLag);
  }

  /// This behaviour, with a search that sees a write only after `lag`.
  public Behaviour withSearchLag(Duration lag) {
    return new Behaviour(chosen, lag);
  }

  /// Whether this is the answer to its question.
  public boolean is(Choice choice) {
    return of(choice.getClass()) == choice;
  }

  /// The answer to `question`.
  <C extends Choice> C of(Class<C> question) {
    var answer = chosen.get(question);
    return answer == null ? question.getEnumConstants()[0] : question.cast(answer);
  }
}
