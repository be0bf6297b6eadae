package org.rollcall.server.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Set;
import org.rollcall.server.runs.ServedProgram;

/// Makes handlers that refuse parameters they do not know, and hold the settings as they are while
/// they answer.
record Answering(ServedProgram program) {
  /// Answers one kind of request.
  @FunctionalInterface
  interface Work {
    void answer(Asked asked) throws InterruptedException;
  }

  /// @param parameters the names of the query parameters that there are
  Handler by(Work work, String... parameters) {
    var known = Set.of(parameters);
    return context -> {
      check(context, known);
      try (var use = program.use()) {
        work.answer(new Asked(context, use));
      }
    };
  }

  private static void check(Context context, Set<String> known) {
    context
        .queryParamMap()
        .forEach((name, values) -> {
          if (!known.contains(name)) {
            throw Refusal.wrong(
                "There is no query parameter '%s' here.".formatted(Asked.printable(name)));
          }
          if (values.size() > 1) {
            throw Refusal.wrong("'%s' is given more than once.".formatted(name));
          }
        });
  }
}
