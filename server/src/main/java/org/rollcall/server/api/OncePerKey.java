package org.rollcall.server.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.store.SqlRequests;
import org.rollcall.store.StoreTrouble;
import tools.jackson.databind.JsonNode;

/// Does a request with an `Idempotency-Key` once: whoever sends it again within a day gets the same
/// answer. What was refused is not remembered, and can be tried again.
record OncePerKey(SqlRequests requests) {
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  /// What was done.
  ///
  /// @param location where to look
  record Done(HttpStatus status, String location, JsonNode body) {
    /// It goes on by itself.
    static Done accepted(String location, JsonNode body) {
      return new Done(HttpStatus.ACCEPTED, location, body);
    }
  }

  /// What is to be done.
  @FunctionalInterface
  interface Work {
    Done done() throws InterruptedException;
  }

  /// Does it, or answers as before.
  void answer(Asked asked, RequestBody body, Work work) throws InterruptedException {
    var context = asked.context();
    var given = Optional.ofNullable(context.header(HEADER));
    if (given.isEmpty()) {
      send(answered(work.done()), context);
      return;
    }
    var key = new SqlRequests.Key(asked.caller().who(), checked(given.get()));
    switch (requests.take(key, request(context, body))) {
      case SqlRequests.Fresh() -> send(first(key, work), context);
      case SqlRequests.Answered before -> send(before, context);
      case SqlRequests.Other() ->
          throw Refusal.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "This %s was used for another request. Take a new one.".formatted(HEADER));
      case SqlRequests.Unanswered() ->
          throw Refusal.conflict(
              "A request with this %s has begun and has no answer yet. Ask again, or look at the runs."
                  .formatted(HEADER));
    }
  }

  private SqlRequests.Answered first(SqlRequests.Key key, Work work) throws InterruptedException {
    SqlRequests.Answered answer;
    try {
      answer = answered(work.done());
    } catch (RuntimeException | InterruptedException refused) {
      giveBack(key);
      throw refused;
    }
    keep(key, answer);
    return answer;
  }

  /// What was done is told all the same. Who asks again is told that there is no answer yet.
  private void keep(SqlRequests.Key key, SqlRequests.Answered answer) {
    try {
      requests.answer(key, answer);
    } catch (StoreTrouble _) {
      // The key stays taken for a day, so that nothing is done twice.
    }
  }

  /// The refusal is told all the same.
  private void giveBack(SqlRequests.Key key) {
    try {
      requests.giveBack(key);
    } catch (StoreTrouble _) {
      // The key is free again after a day.
    }
  }

  private static SqlRequests.Answered answered(Done done) {
    return new SqlRequests.Answered(
        done.status().getCode(), done.location(), Answer.text(done.body()));
  }

  private static void send(SqlRequests.Answered answer, Context context) {
    context.status(answer.status()).header("Location", answer.location());
    context.contentType("application/json").result(answer.body());
  }

  private static String checked(String key) {
    if (!KEY.matcher(key).matches()) {
      throw Refusal.wrong(
          "'%s' has 1 to 200 printable characters of ASCII, without spaces.".formatted(HEADER));
    }
    return key;
  }

  private static String request(Context context, RequestBody body) {
    var all = "%s %s\n%s".formatted(context.method(), context.path(), body.text());
    return Answer.digest(all.getBytes(StandardCharsets.UTF_8));
  }
}
