package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Candidates;
import org.rollcall.plan.Change;
import org.rollcall.plan.Claim;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Match;
import org.rollcall.plan.Roll;

/// Whether a contact met on the way is the member's, and what follows from it.
final class Recognition {
  private final Candidates candidates;
  private final Roll roll;
  private final Beginning began;

  /// @param began when the run began
  Recognition(Candidates candidates, Roll roll, Beginning began) {
    this.candidates = candidates;
    this.roll = roll;
    this.began = began;
  }

  /// Whether others have the same e-mail.
  boolean isContested(Wanted wanted) {
    return roll.isShared(wanted.emailKey());
  }

  /// Whether the contact carries somebody else's number.
  boolean isAnothers(Attempt attempt, Contact contact) {
    return contact.hasNumberBeside(attempt.wanted().member());
  }

  /// Whether the member gets a number that another contact gives up in the same run, or gives one
  /// up.
  boolean isOfMovedNumber(MemberId member) {
    return roll.moved().concerns(member);
  }

  List<Change> inOrder(List<Change> changes) {
    return roll.moved().inSafeOrder(changes);
  }

  /// The step after one contact was read whole.
  Step judge(Attempt attempt, Contact contact) {
    return switch (candidates.claim(contact, attempt.wanted())) {
      case Claim.AnotherMembers(var to) when holdsNumber(attempt, contact) ->
          Steps.putAside(attempt, contact.id(), new MemberId(to));
      case Claim.Rightful(var match) when inTheWayOfOwn(attempt, contact, match) ->
          displace(attempt, contact);
      case Claim.Rightful(var match) -> take(attempt, contact, match);
      case Claim.AnotherMembers(var externalId) ->
          Endings.anotherMembers(attempt, contact, externalId);
      case Claim.UnknownExternalId _ ->
          Endings.clash(
              attempt,
              "Contact %s carries an external id that nobody on the roster has, and the settings say to leave such contacts (identity.unknown_external_id)."
                  .formatted(contact.id()));
      case Claim.OtherEmail() ->
          Endings.clash(
              attempt,
              "Contact %s stands in the way but carries neither the member's number nor their e-mail; look at it in Intercom."
                  .formatted(contact.id()));
    };
  }

  /// The step after a search found these contacts. Search lags behind writes, so what it says of a
  /// contact proves nothing: the best is read whole before it is taken, and so are the others
  /// before they are put away. For the same reason an entry that shows nothing is only told.
  Step choose(Attempt attempt, Reply.Matches matches) {
    return matches.gaps() == 0
        ? choose(attempt, matches.contacts())
        : choose(
            attempt.warning(
                "Intercom's search by e-mail has empty entries (%d), which were left out."
                    .formatted(matches.gaps())),
            matches.contacts());
  }

  private Step choose(Attempt attempt, List<Contact> contacts) {
    var takeable = candidates.among(contacts, attempt.wanted());
    if (takeable.isEmpty()) {
      return contacts.isEmpty()
          ? Endings.nobodyFound(attempt)
          : judge(attempt.undecided(), contacts.getFirst());
    }
    var kept = takeable.getFirst();
    var others = candidates.surplus(kept, takeable, attempt.wanted());
    return Steps.send(attempt.doubting(others), new Request.Inspect(kept.id()));
  }

  /// Whether `contact`, read whole, is still one of the member's and may be put away.
  boolean mayBePutAway(Attempt attempt, Contact contact) {
    return attempt
        .target()
        .filter(kept -> !contact.id().equals(kept))
        .filter(_ -> candidates.mayBePutAway(contact, attempt.wanted()))
        .isPresent();
  }

  /// The step after an archived contact was brought back. The answer may tell no more than its
  /// external id, so a contact that is not plainly another member's is read whole before it is
  /// taken.
  Step revived(Attempt attempt, Contact contact) {
    MemberId member = attempt.wanted().member();
    return switch (roll.ownerOf(contact.externalId().orElse(""), member)) {
      case ANOTHER_MEMBER -> judge(attempt, contact);
      case THIS_MEMBER, UNKNOWN, NOBODY -> Steps.send(attempt, new Request.Inspect(contact.id()));
    };
  }

  /// The plan found the member's own contact, and this other one merely has the member's address.
  private static boolean inTheWayOfOwn(Attempt attempt, Contact contact, Match match) {
    MemberId member = attempt.wanted().member();
    return match != Match.EXTERNAL_ID
        && attempt.standing().filter(own -> own.hasNumberOf(member)).isPresent()
        && !attempt.target().equals(Optional.of(contact.id()));
  }

  /// The contact that goes to somebody else has the member's number still. That is so where members
  /// swap their numbers.
  private static boolean holdsNumber(Attempt attempt, Contact contact) {
    return contact.hasNumberOf(attempt.wanted().member())
        && attempt.target().isPresent()
        && !attempt.hasSpent(Remedy.PUT_ASIDE);
  }

  private Step displace(Attempt attempt, Contact contact) {
    var own = attempt.standing().orElseThrow();
    var mayGo = !candidates.surplus(own, List.of(contact), attempt.wanted()).isEmpty();
    if (!mayGo || attempt.revived().isPresent() || attempt.hasSpent(Remedy.ARCHIVE_DUPLICATE)) {
      return Endings.needsPerson(
          attempt,
          "Contact %s has the member's e-mail, so Intercom will not give it to the member's own contact %s; settle in Intercom whose it is."
              .formatted(contact.id(), own.id()));
    }
    return Steps.displace(attempt, contact.id());
  }

  private Step take(Attempt attempt, Contact contact, Match match) {
    var differences = attempt.differencesFrom(contact);
    var taking = supersede(attempt, contact).aimingAt(contact).writing(differences);
    if (differences.isEmpty()) {
      return landed(taking, contact, match);
    }
    var wishes = Diff.wishes(attempt.wanted(), differences);
    return Steps.send(taking, new Request.Update(contact.id(), wishes));
  }

  /// The contact is right already. What was done is what can be seen: a contact that was made while
  /// the run went on is our own create, whose answer was lost; one that was there before was only
  /// missing from the list.
  private Step landed(Attempt attempt, Contact contact, Match match) {
    boolean ours =
        attempt.mayHaveMade() && match == Match.EXTERNAL_ID && attempt.revived().isEmpty();
    if (ours && began.precedes(contact)) {
      return new Step.Done(attempt, new Result.Created());
    }
    return new Step.Done(
        attempt, attempt.mayHaveWritten() ? new Result.Updated() : new Result.Unchanged());
  }

  /// The contact that the plan had chosen by e-mail gives way to the one that carries the member's
  /// number.
  private Attempt supersede(Attempt attempt, Contact contact) {
    var others = new ArrayList<>(attempt.leftovers().surplus());
    attempt.standing().ifPresent(others::add);
    return attempt.puttingAway(candidates.surplus(contact, others, attempt.wanted()));
  }
}
