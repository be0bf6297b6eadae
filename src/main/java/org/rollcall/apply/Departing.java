package org.rollcall.apply;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.Contact;
import org.rollcall.plan.Change;
import org.rollcall.plan.Departure;
import org.rollcall.plan.Diff;

/// Lets the contact of somebody who has left show it. Nothing is recovered for them: a contact that
/// is gone, or that another night finds otherwise, is left as it is.
final class Departing {
  private final Gateway gateway;
  private final Consumer<String> denied;

  /// @param denied told why, once Intercom refuses the token
  Departing(Gateway gateway, Consumer<String> denied) {
    this.gateway = gateway;
    this.denied = denied;
  }

  Outcome depart(Change.Depart change) throws InterruptedException {
    var answer = gateway.send(request(change));
    return Outcomes.departing(change, result(change, answer.reply()), answer.requestId());
  }

  private static Request request(Change.Depart change) {
    var id = change.contact().id();
    return switch (change.departure()) {
      case Departure.Mark(var wanted, var differences) ->
          new Request.Update(id, Diff.wishes(wanted, differences));
      case Departure.Archive() -> new Request.Archive(id);
    };
  }

  private Result result(Change.Depart change, Reply reply) throws InterruptedException {
    return switch (reply) {
      case Reply.Accepted _ -> new Result.Departed();
      case Reply.Missing _, Reply.Merged _ -> new Result.Unchanged();
      case Reply.AnswerLost lost -> landed(change) ? new Result.Departed() : passing(lost.text());
      case Reply.Transient passing -> passing(passing.text());
      case Reply.Refused refused -> failed("Intercom refuses: " + refused.text());
      case Reply.Denied(var text) -> {
        var reason = Endings.refusedToken(text);
        denied.accept(reason);
        yield failed(reason);
      }
      case Reply.Settled other ->
          failed("Intercom answered " + other.getClass().getSimpleName() + ".");
    };
  }

  /// The answer was lost each time; what Intercom holds now tells whether the write landed.
  private boolean landed(Change.Depart change) throws InterruptedException {
    var now = gateway.send(new Request.Inspect(change.contact().id())).reply();
    return switch (change.departure()) {
      case Departure.Mark(var wanted, _) ->
          now instanceof Reply.Found(Contact found)
              && Diff.between(wanted, found.profile()).isEmpty();
      case Departure.Archive() -> now instanceof Reply.Missing;
    };
  }

  private static Result passing(String text) {
    return new Result.Failed(text, true, Optional.empty());
  }

  private static Result failed(String text) {
    return new Result.Failed(text, false, Optional.empty());
  }
}
