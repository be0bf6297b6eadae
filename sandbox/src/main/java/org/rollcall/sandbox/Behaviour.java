package org.rollcall.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How the sandbox behaves where Intercom's documentation is silent or contradicts itself.
///
/// @param chosen the answers that differ from the default, by question
/// @param searchLag how long search does not see a write
/// @param bulk how bulk jobs are processed
public record Behaviour(Map<Class<?>, OpenQuestion> chosen, Duration searchLag, Bulk bulk) {
  /// How bulk jobs are processed.
  ///
  /// @param takes the time from accepting a task to finishing it
  /// @param showsAfter how long the list omits a contact that a bulk job created
  /// @param rejectsEvery every nth contact is rejected without a reason; 0 for none
  public record Bulk(Duration takes, Duration showsAfter, int rejectsEvery) {
    /// Tasks finish at once, and no contact is rejected without a reason.
    public static final Bulk AT_ONCE = new Bulk(Duration.ZERO, Duration.ZERO, 0);
  }

  /// The first answer to every question, and a search lag of two minutes.
  public static final Behaviour DEFAULT = new Behaviour(Map.of(), Duration.ofMinutes(2));

  /// These answers; bulk jobs are processed at once.
  public Behaviour(Map<Class<?>, OpenQuestion> chosen, Duration searchLag) {
    this(chosen, searchLag, Bulk.AT_ONCE);
  }

  public Behaviour {
    chosen = Map.copyOf(chosen);
  }

  /// This behaviour, with these answers to their questions.
  public Behaviour with(OpenQuestion... choices) {
    var changed = new LinkedHashMap<>(chosen);
    for (var choice : choices) {
      changed.put(choice.getClass(), choice);
    }
    return new Behaviour(changed, searchLag, bulk);
  }

  /// This behaviour, with a search that sees a write only after `lag`.
  public Behaviour withSearchLag(Duration lag) {
    return new Behaviour(chosen, lag, bulk);
  }

  /// This behaviour, with bulk jobs processed in this way.
  public Behaviour withBulk(Bulk changed) {
    return new Behaviour(chosen, searchLag, changed);
  }

  /// Whether this is the answer to its question.
  public boolean is(OpenQuestion choice) {
    return of(choice.getClass()) == choice;
  }

  /// The answer to `question`.
  <C extends OpenQuestion> C of(Class<C> question) {
    var answer = chosen.get(question);
    return answer == null ? question.getEnumConstants()[0] : question.cast(answer);
  }
}
