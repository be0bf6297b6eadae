package org.rollcall.apply;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wish;
import org.rollcall.plan.Candidates;
import org.rollcall.plan.Claim;
import org.rollcall.plan.Difference;
import org.rollcall.plan.WrittenFields;

/// Whether a write did what it was sent for. The answer tells it where it shows just that. Where it
/// does not, it may come from a cache, somebody else may have changed the contact since it was
/// listed, or Intercom dropped a value; then the contact is read once more, and that decides.
final class WriteCheck {
  /// The fields by which Intercom knows a person. A contact without them is not right, whatever
  /// else it holds.
  private static final Set<FieldName> IDENTITY =
      Set.of(FieldName.EXTERNAL_ID, FieldName.EMAIL, FieldName.NAME, FieldName.ROLE);

  private final Candidates candidates;

  WriteCheck(Candidates candidates) {
    this.candidates = candidates;
  }

  /// The step after Intercom said that it made `answer`.
  Step made(Attempt attempt, Request.Create create, Contact answer) {
    return answer.hasNumberBeside(attempt.wanted().member())
        ? Steps.checkCreated(attempt, "Intercom answered with a contact of somebody else's.")
        : look(
            attempt.aimingAt(answer),
            new UnconfirmedWrite(create.fields(), new Result.Created()),
            answer);
  }

  /// The step after Intercom said that it changed the contact to `answer`.
  Step changed(Attempt attempt, Request.Update update, Contact answer) {
    return look(attempt, new UnconfirmedWrite(update.fields(), new Result.Updated()), answer);
  }

  /// The step after Intercom took the last part of a write of `fields`, which is `answer` now.
  Step written(Attempt attempt, SortedMap<FieldName, Wish> fields, Contact answer) {
    var result = attempt.mayHaveMade() ? new Result.Created() : new Result.Updated();
    return look(attempt, new UnconfirmedWrite(fields, result), answer);
  }

  /// The step after the contact was read once more.
  Step reread(Attempt attempt, UnconfirmedWrite write, Contact found) {
    return weigh(attempt.confirmed(), write, found);
  }

  private Step look(Attempt attempt, UnconfirmedWrite write, Contact answer) {
    boolean plain =
        carriesTheNumber(attempt, answer)
            && write.unkept(answer).isEmpty()
            && attempt.changedSince(write.sent(), answer).isEmpty();
    return plain || attempt.hasSpent(Remedy.CONFIRM)
        ? weigh(attempt, write, answer)
        : Steps.confirm(attempt, write, answer.id());
  }

  private Step weigh(Attempt attempt, UnconfirmedWrite write, Contact contact) {
    return switch (candidates.claim(contact, attempt.wanted())) {
      case Claim.Rightful _ -> compare(attempt, write, contact);
      case Claim.AnotherMembers _, Claim.UnknownExternalId _, Claim.OtherEmail _ ->
          handBack(attempt, contact);
    };
  }

  private Step compare(Attempt attempt, UnconfirmedWrite write, Contact contact) {
    var compared = attempt;
    for (var each : write.unkept(contact)) {
      compared =
          compared
              .notKeeping(each)
              .warning("Intercom did not keep " + each.field() + " as it was sent.");
    }
    var changed = attempt.changedSince(write.sent(), contact);
    return changed.isEmpty() || attempt.hasSpent(Remedy.WRITE_REST)
        ? end(compared, write.result())
        : Steps.writeRest(compared, contact.id(), changed);
  }

  private static Step end(Attempt attempt, Result result) {
    var unkept = attempt.trail().notKept().stream().map(Difference::field).toList();
    var kept = attempt.writingOnly(field -> !unkept.contains(field));
    if (unkept.stream().anyMatch(IDENTITY::contains)) {
      return Endings.notKept(kept, unkept);
    }
    boolean nothing = !unkept.isEmpty() && kept.differences().isEmpty();
    return new Step.Done(kept, nothing ? new Result.Unchanged() : result);
  }

  /// The contact was given to somebody else since it was listed. What was written over is given
  /// back, where nobody has changed it since.
  private static Step handBack(Attempt attempt, Contact contact) {
    var reason = Endings.givenAway(contact);
    var former = former(attempt, contact);
    return former.isEmpty() || attempt.hasSpent(Remedy.HAND_BACK)
        ? Endings.clash(attempt, reason)
        : Steps.handBack(attempt, new Request.Update(contact.id(), former), reason);
  }

  private static SortedMap<FieldName, Wish> former(Attempt attempt, Contact contact) {
    var former = new TreeMap<FieldName, Wish>();
    var before = attempt.aim().map(Contact::profile).orElseGet(contact::profile);
    for (var each : new WrittenFields(attempt.differences(), contact).standing()) {
      if (!each.after().equals(before.shown(each.field()))
          && !each.field().equals(FieldName.ROLE)) {
        former.put(
            each.field(),
            before.get(each.field()).<Wish>map(Wish.Put::new).orElseGet(Wish.Clear::new));
      }
    }
    return former;
  }

  private static boolean carriesTheNumber(Attempt attempt, Contact answer) {
    return answer.hasNumberOf(attempt.wanted().member());
  }
}
