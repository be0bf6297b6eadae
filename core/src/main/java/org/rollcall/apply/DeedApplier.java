package org.rollcall.apply;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.Contact;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Diff;

/// Does the deeds of a plan. Their contacts are known for certain, so nothing is recovered: a
/// contact that is gone, or that another run changed, is left as it is.
final class DeedApplier {
  private final Gateway gateway;
  private final Consumer<String> denied;

  /// @param denied told why, once Intercom refuses the token
  DeedApplier(Gateway gateway, Consumer<String> denied) {
    this.gateway = gateway;
    this.denied = denied;
  }

  Outcome depart(Change.Depart change) throws InterruptedException {
    var answer = gateway.send(request(change.deed()));
    var result = result(change.deed(), answer.reply(), new Result.Departed());
    return Outcomes.departing(change, result).lastAsked(answer.requestId());
  }

  Outcome restore(Change.Restore change) throws InterruptedException {
    Result result = new Result.Unchanged();
    var requestId = "";
    for (var deed : change.deeds()) {
      var answer = gateway.send(request(deed));
      requestId = answer.requestId();
      result = result(deed, answer.reply(), new Result.Updated());
      if (!(result instanceof Result.Updated)) {
        break;
      }
    }
    return Outcomes.restoring(change, result).lastAsked(requestId);
  }

  private static Request request(Deed deed) {
    return switch (deed) {
      case Deed.Write(var contact, var wanted, var differences) ->
          new Request.Update(contact, Diff.wishes(wanted, differences));
      case Deed.Archive(var contact) -> new Request.Archive(contact);
      case Deed.Unarchive(var contact) -> new Request.Unarchive(contact);
    };
  }

  private Result result(Deed deed, Reply reply, Result done) throws InterruptedException {
    return switch (reply) {
      case Reply.Accepted _ -> done;
      case Reply.Missing _, Reply.Merged _ -> gone(deed);
      case Reply.AnswerLost lost -> landed(deed) ? done : passing(lost.text());
      case Reply.Transient passing -> passing(passing.text());
      case Reply.Refused refused -> failed("Intercom refuses: " + refused.text());
      case Reply.Denied(var text) -> {
        var reason = Endings.refusedToken(text);
        denied.accept(reason);
        yield failed(reason);
      }
      case Reply.Conflict(_, _, var text) -> failed("Another contact stands in the way: " + text);
      case Reply.Blocked(_, var text) -> failed("The contact is blocked: " + text);
      case Reply.Unrestorable(var text) -> failed("The contact cannot be brought back: " + text);
      case Reply.Unsupported _, Reply.Found _, Reply.Matches _, Reply.Surveyed _ ->
          failed("Intercom answered with " + ReplyWords.of(reply) + ".");
    };
  }

  private static Result gone(Deed deed) {
    return switch (deed) {
      case Deed.Write _, Deed.Archive _ -> new Result.Unchanged();
      case Deed.Unarchive(var contact) ->
          failed("Contact %s is not there to be brought back.".formatted(contact));
    };
  }

  /// The answer was lost each time; what Intercom holds now tells whether the write landed.
  private boolean landed(Deed deed) throws InterruptedException {
    var now = gateway.send(new Request.Inspect(deed.contact())).reply();
    return switch (deed) {
      case Deed.Write(_, var wanted, _) ->
          now instanceof Reply.Found(Contact found)
              && Diff.between(wanted, found.profile()).isEmpty();
      case Deed.Archive _ -> now instanceof Reply.Missing;
      case Deed.Unarchive _ -> now instanceof Reply.Found;
    };
  }

  private static Result passing(String text) {
    return new Result.Failed(text, true, Optional.empty());
  }

  private static Result failed(String text) {
    return new Result.Failed(text, false, Optional.empty());
  }
}
