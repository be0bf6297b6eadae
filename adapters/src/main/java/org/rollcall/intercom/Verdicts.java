package org.rollcall.intercom;

import org.rollcall.apply.Answer;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;

/// Turns what came over the wire into the answer to a request.
final class Verdicts {
  private final Successes successes;
  private final Failures failures;
  private final Limits limits;

  Verdicts(ContactJson contacts, Limits limits) {
    this.successes = new Successes(contacts);
    this.failures = new Failures(limits);
    this.limits = limits;
  }

  Answer answer(Request request, WireAnswer answer) {
    return switch (answer) {
      case WireAnswer.Whole whole -> answer(request, Received.of(whole));
      case WireAnswer.NeverSent(var why) ->
          Answer.of(new Reply.Unavailable("Intercom could not be reached: %s.".formatted(why)));
      case WireAnswer.CutOff(var why) ->
          Answer.of(new Reply.AnswerLost("Intercom's answer was lost: %s.".formatted(why)));
    };
  }

  private Answer answer(Request request, Received received) {
    return new Answer(
        reply(request, received), received.requestId(), limits.quota(received.headers()));
  }

  /// A success that cannot be read is an answer lost: the write it answers may well be done.
  private Reply reply(Request request, Received received) {
    if (!received.isSuccess()) {
      return failures.reply(request, received);
    }
    return received
        .json()
        .flatMap(json -> successes.reply(request, json))
        .orElseGet(() ->
            new Reply.AnswerLost(
                "Intercom answered HTTP %d with something that is not the answer to this request."
                    .formatted(received.status())));
  }
}
