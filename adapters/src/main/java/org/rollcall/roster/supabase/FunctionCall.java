package org.rollcall.roster.supabase;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.model.Newest;
import org.rollcall.roster.Attempt;
import org.rollcall.roster.Stops;
import org.rollcall.transport.BoundedJson;

/// One call of a function that has no parameters and returns one value. It uses `GET`, for which
/// PostgREST starts a read-only transaction.
///
/// @param tries how many there are in all
record FunctionCall(
    SupabaseProject project, String schema, Newest.Function asked, Judge judge, int tries) {
  /// Errors that the function itself causes: it is missing, not permitted for this role, tries to
  /// write, or fails.
  private static final Pattern THEIRS = Pattern.compile("PGRST2..|(0A|21|22|25|42|P0)...");

  /// The text that it returns; empty for `null`.
  ///
  /// @param number the number of this try, from 1
  /// @throws org.rollcall.run.RunStopped when another try would not help
  Attempt<Optional<String>> once(Wire wire, int number) throws InterruptedException {
    try {
      return wire.send(request(), response -> judged(response, number));
    } catch (Wire.Unanswered unanswered) {
      return unanswered.attempt();
    }
  }

  private HttpRequest request() {
    var root = project.url().toString().replaceAll("/+$", "");
    return project
        .request(URI.create(root + "/rest/v1/rpc/" + Question.encode(asked.name())), schema)
        .header("Prefer", "timezone=UTC")
        .build();
  }

  private Attempt<Optional<String>> judged(HttpResponse<String> response, int number) {
    if (response.statusCode() == 200) {
      return value(response.body());
    }
    var error = ErrorBody.in(response.body());
    if (error.code().equals("PGRST202") && number < tries) {
      return passing("the REST API does not know the function; its list may be old", Duration.ZERO);
    }
    if (THEIRS.matcher(error.code()).matches()) {
      throw Stops.unasked(asked, project.key().conceal(error.words()));
    }
    return switch (judge.verdict(asked.name(), response)) {
      case Verdict.Passing(var why, var atLeast) -> passing(why, atLeast);
      case Verdict.TooSlow(var why) -> passing(why, Duration.ZERO);
      case Verdict.Locked(var why) -> passing(why, Duration.ZERO);
      case Verdict.Final(var stop) -> throw stop;
      case Verdict.Unlisted(var stop) -> throw stop;
      case Verdict.Rows _, Verdict.NoForeignKey _ ->
          passing("the answer was not a value", Duration.ZERO);
    };
  }

  /// Any value except a text or `null` stays JSON; reading a time from it will fail.
  private static Attempt<Optional<String>> value(String body) {
    return BoundedJson.read(body)
        .<Attempt<Optional<String>>>map(json ->
            new Attempt.Got<>(
                json.isNull()
                    ? Optional.empty()
                    : Optional.of(json.isString() ? json.stringValue() : json.toString())))
        .orElseGet(() -> passing("the answer was cut off or was not JSON", Duration.ZERO));
  }

  private static Attempt<Optional<String>> passing(String why, Duration atLeast) {
    return new Attempt.Passing<>(why, atLeast, Optional.empty());
  }
}
