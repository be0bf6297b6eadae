package org.rollcall.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;

/// Does the deeds of a plan. Their contacts are known for certain, so none is searched for: a
/// contact that is gone, that another run changed, or that is somebody else's by now is left as it
/// is. For one member and one thread.
final class DeedApplier {
  private final Gateway gateway;
  private final BooleanSupplier isListOld;
  private final Predicate<Deed> isDone;
  private final Consumer<String> denied;

  /// Contacts that the plan did not show as they are now, since they were archived then.
  private final Set<ContactId> revived = new HashSet<>();

  private Trail trail = Trail.NONE;
  private String requestId = "";
  private boolean asked;

  /// @param isListOld whether a contact may be somebody else's by now
  /// @param isDone whether a deed was done in an earlier try of this run
  /// @param denied told why, once Intercom refuses the token
  DeedApplier(
      Gateway gateway, BooleanSupplier isListOld, Predicate<Deed> isDone, Consumer<String> denied) {
    this.gateway = gateway;
    this.isListOld = isListOld;
    this.isDone = isDone;
    this.denied = denied;
  }

  /// Whether Intercom has answered anything.
  boolean hasAsked() {
    return asked;
  }

  Outcome depart(Change.Depart change) throws InterruptedException {
    var owner = new DeedOwner(change.member(), List.of(change.deed()));
    var result = perform(change.deed(), owner, new Result.Departed());
    return Outcomes.departing(change, result).after(trail).lastAsked(requestId);
  }

  Outcome restore(Change.Restore change) throws InterruptedException {
    var owner = new DeedOwner(change.member(), change.deeds());
    Result result = new Result.Unchanged();
    var stuck = new HashSet<ContactId>();
    for (var deed : change.deeds()) {
      if (stuck.contains(deed.contact())) {
        trail = trail.warning(List.of(stays(deed.contact())));
      } else if (!isDone.test(deed)) {
        var next = perform(deed, owner, new Result.Updated());
        if (next instanceof Result.NotDone) {
          stuck.add(deed.contact());
        }
        result = graver(result, next);
      }
    }
    trail = trail.warning(change.notes());
    var left = left(change, result);
    return Outcomes.restoring(change, left).after(trail).lastAsked(requestId);
  }

  private static String stays(ContactId contact) {
    return "Contact %s stays as it is otherwise, since an earlier step failed.".formatted(contact);
  }

  /// The first failure counts, else the first deed that changed something.
  private static Result graver(Result one, Result other) {
    return one instanceof Result.NotDone || other instanceof Result.Unchanged ? one : other;
  }

  /// What only a person can decide stays open, whatever else was done.
  private Result left(Change.Restore change, Result result) {
    if (result instanceof Result.NotDone) {
      trail = trail.warning(change.open());
      return result;
    }
    return change.open().isEmpty()
        ? result
        : new Result.NeedsPerson(String.join(" ", change.open()));
  }

  private Result perform(Deed deed, DeedOwner owner, Result done) throws InterruptedException {
    var narrowed = look(deed, owner);
    return switch (narrowed) {
      case DeedLook.Go(var same) -> send(same, owner, done);
      case DeedLook.Nothing() -> new Result.Unchanged();
      case DeedLook.Stop(var result) -> result;
    };
  }

  /// Reads a contact that was listed long ago, or was archived then, before it is touched.
  private DeedLook look(Deed deed, DeedOwner owner) throws InterruptedException {
    return switch (deed) {
      case Deed.Write _, Deed.Archive _, Deed.Block _
          when isListOld.getAsBoolean() || revived.contains(deed.contact()) ->
          DeedLook.at(deed, ask(new Request.Inspect(deed.contact())), owner);
      case Deed.Write _, Deed.Archive _, Deed.Block _, Deed.Unarchive _, Deed.Unblock _ ->
          new DeedLook.Go(deed);
    };
  }

  private Reply ask(Request request) throws InterruptedException {
    var answer = gateway.send(request);
    requestId = answer.requestId();
    asked = true;
    return answer.reply();
  }

  private Result send(Deed deed, DeedOwner owner, Result done) throws InterruptedException {
    var reply = ask(DeedRequests.of(deed));
    return switch (reply) {
      case Reply.Accepted(var contact) -> accepted(deed, contact, owner, done);
      case Reply.Missing _, Reply.Merged _ -> gone(deed);
      case Reply.AnswerLost lost -> landed(deed) ? done : passing(lost.text());
      case Reply.Transient passing -> passing(passing.text());
      case Reply.Refused(var field, _, var text) when DeedRequests.canDoWithout(deed, field) ->
          without(deed, field.orElseThrow(), text, owner, done);
      case Reply.Refused refused -> failed("Intercom refuses: " + refused.text());
      case Reply.Denied refused -> {
        var reason = Endings.denied(refused);
        denied.accept(reason);
        yield failed(reason);
      }
      case Reply.Conflict(_, _, var text) -> passing("Another contact stands in the way: " + text);
      case Reply.Blocked(_, var text) -> failed("The contact is blocked: " + text);
      case Reply.Unrestorable(var text) -> failed("The contact cannot be brought back: " + text);
      case Reply.Unsupported _ when deed instanceof Deed.Unblock(var contact) ->
          new Result.NeedsPerson(Endings.unblockByHand(contact));
      case Reply.Unsupported _, Reply.Found _, Reply.Matches _, Reply.Surveyed _ ->
          failed("Intercom answered with " + ReplyWords.of(reply) + ".");
    };
  }

  /// The rest of the member is taken back although Intercom will not have one field any more.
  private Result without(Deed deed, FieldName field, String text, DeedOwner owner, Result done)
      throws InterruptedException {
    trail =
        trail
            .without(field)
            .warning(
                List.of(
                    "Intercom would not take the %s, so it was left out: %s"
                        .formatted(field, text)));
    return send(DeedRequests.without(deed, field), owner, done);
  }

  private Result accepted(Deed deed, Contact contact, DeedOwner owner, Result done)
      throws InterruptedException {
    if (deed instanceof Deed.Unarchive(var id)) {
      revived.add(id);
    }
    if (owner.isSomebodyElses(deed, contact)) {
      return handBack(deed, contact);
    }
    return deed instanceof Deed.Write write ? compare(write, contact, done) : done;
  }

  /// Undoes the deed: the contact was given to somebody else after it was listed.
  private Result handBack(Deed deed, Contact contact) throws InterruptedException {
    var given = DeedRequests.reverse(deed, contact);
    var told = new ArrayList<String>();
    if (given.isPresent() && !(ask(given.get()) instanceof Reply.Accepted)) {
      told.add(
          "What was done to contact %s could not be taken back; look at it in Intercom."
              .formatted(contact.id()));
    }
    trail = trail.warning(told);
    return new Result.IdentityClash(Endings.givenAway(contact));
  }

  /// An answer that does not show what was sent may be an old one, so the contact is read once
  /// more.
  private Result compare(Deed.Write write, Contact answer, Result done)
      throws InterruptedException {
    if (DeedRequests.unkept(write, answer).isEmpty()) {
      return done;
    }
    if (!(ask(new Request.Inspect(write.contact())) instanceof Reply.Found(var found))) {
      return passing("What Intercom made of the contact cannot be read.");
    }
    var unkept = DeedRequests.unkept(write, found);
    unkept.forEach(each ->
        trail =
            trail
                .notKeeping(each)
                .warning(List.of("Intercom did not keep " + each.field() + " as it was sent.")));
    return unkept.size() < write.differences().size() ? done : new Result.Unchanged();
  }

  private static Result gone(Deed deed) {
    return switch (deed) {
      case Deed.Write _, Deed.Archive _, Deed.Block _ -> new Result.Unchanged();
      case Deed.Unarchive(var contact) ->
          failed("Contact %s is not there to be brought back.".formatted(contact));
      case Deed.Unblock(var contact) ->
          failed("Contact %s is not there to be unblocked.".formatted(contact));
    };
  }

  /// The answer was lost each time; what Intercom holds now tells whether the deed landed.
  private boolean landed(Deed deed) throws InterruptedException {
    var now = ask(new Request.Inspect(deed.contact()));
    if (deed instanceof Deed.Unarchive(var id)) {
      revived.add(id);
    }
    return switch (deed) {
      case Deed.Write write ->
          now instanceof Reply.Found(Contact found) && DeedRequests.unkept(write, found).isEmpty();
      case Deed.Archive _, Deed.Block _ -> now instanceof Reply.Missing;
      case Deed.Unarchive _ -> now instanceof Reply.Found;
      case Deed.Unblock _ -> true;
    };
  }

  private static Result passing(String text) {
    return new Result.Failed(text, true, Optional.empty());
  }

  private static Result failed(String text) {
    return new Result.Failed(text, false, Optional.empty());
  }
}
