package org.rollcall.intercom;

import org.rollcall.apply.Answer;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;

/// Converts a wire's answer to the answer to a request.
final class AnswerReader {
  private final Successes successes;
  private final Failures failures;
  private final Limits limits;

  AnswerReader(ContactJson contacts, Limits limits) {
    this.successes = new Successes(contacts);
    this.failures = new Failures(limits);
    this.limits = limits;
  }

  Answer answer(Request request, WireAnswer answer) {
    return switch (answer) {
      case WireAnswer.Whole whole -> answer(request, ReceivedAnswer.of(whole));
      case WireAnswer.NeverSent(var why) ->
          Answer.of(new Reply.Unavailable("Intercom could not be reached: %s.".formatted(why)));
      case WireAnswer.DeadEnd(var sentences) ->
          Answer.of(new Reply.Denied(Reply.Denied.Blame.ADDRESS, sentences));
      case WireAnswer.CutOff(var why) ->
          Answer.of(new Reply.AnswerLost("Intercom's answer was lost: %s.".formatted(why)));
    };
  }

  private Answer answer(Request request, ReceivedAnswer received) {
    return new Answer(
        reply(request, received), received.requestId(), limits.quota(received.headers()));
  }

  /// Which version of the API spoke, as the end of a sentence. Intercom always says it: what names
  /// none is most likely something before Intercom.
  private static String version(ReceivedAnswer received) {
    return received
        .version()
        .map("it came from version %s of the API"::formatted)
        .orElse("it names no version of the API");
  }

  /// A success that cannot be read counts as a lost answer, because the write may have happened.
  private Reply reply(Request request, ReceivedAnswer received) {
    if (!received.isSuccess()) {
      return failures.reply(request, received);
    }
    return received
        .json()
        .flatMap(json -> successes.reply(request, json))
        .orElseGet(() ->
            new Reply.AnswerLost(
                "Intercom answered HTTP %d with something that is not the answer to this request; %s."
                    .formatted(received.status(), version(received))));
  }
}
