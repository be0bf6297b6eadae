package org.rollcall.apply;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;

/// The ways in which a member's change ends.
final class Endings {
  private Endings() {}

  static Step refused(Attempt attempt, String text) {
    return fail(attempt, text, false);
  }

  static Step passing(Attempt attempt, String text) {
    return end(attempt, unsettled(text));
  }

  static Step unread(Attempt attempt, String text) {
    return fail(
        attempt,
        "The member's contact is right, but could not be read before their older ones are put away: "
            + text,
        true);
  }

  static Result.Failed unsettled(String text) {
    return new Result.Failed("Intercom gave no settled answer: " + text, true, Optional.empty());
  }

  static Step unexpected(Attempt attempt, Reply reply) {
    return fail(
        attempt,
        "Intercom answered %s in a way that means nothing there: %s."
            .formatted(RequestWords.of(attempt.request()), ReplyWords.of(reply)),
        false);
  }

  static Step nobodyFound(Attempt attempt) {
    if (attempt.verdict().isPresent()) {
      return end(attempt, attempt.verdict().get());
    }
    return fail(
        attempt,
        "Intercom says that another contact has the member's number or e-mail, names none, and none can be"
            + " found; its search may lag behind. The next run tries again.",
        true);
  }

  static Step unrestorable(Attempt attempt, String text) {
    return end(attempt, unrestorable(text));
  }

  static Result.NeedsPerson unrestorable(String text) {
    return new Result.NeedsPerson(
        "An archived contact has the member's number or e-mail and Intercom will not bring it back: "
            + text
            + " Where it was merged, give the surviving contact the member's number; where it is marked for"
            + " deletion, wait until it is gone.");
  }

  static Step unblockByHand(Attempt attempt, ContactId id) {
    return needsPerson(attempt, unblockByHand(id));
  }

  static String unblockByHand(ContactId id) {
    return "Contact %s is blocked; unblock in Intercom: Settings › Spam › Blocked people."
        .formatted(id);
  }

  /// Why a contact is left alone, or was given back, that was the member's when it was listed.
  static String givenAway(Contact contact) {
    return "Contact %s was given to somebody else after it was listed: it carries %s now."
        .formatted(
            contact.id(),
            contact.externalId().map(number -> "the number " + number).orElse("no number"));
  }

  static Step leftActive(Attempt attempt, ContactId id, Reply reply) {
    var warned =
        attempt.warning(
            "Contact %s could not be archived (Intercom answered with %s); archive it in Intercom by hand."
                .formatted(id, ReplyWords.of(reply)));
    return attempt
        .verdict()
        .<Step>map(verdict -> new Step.Done(warned, verdict))
        .orElseGet(
            () -> done(warned, new Result.Failed(stillInTheWay(id), true, Optional.empty())));
  }

  /// The contact that was met is another member's.
  static Step anotherMembers(Attempt attempt, Contact contact, String number) {
    if (attempt.hasSpent(Remedy.FOLLOW_MERGE)) {
      return clash(
          attempt,
          "The member's contact was merged into member %s's contact %s, which was not touched; settle in Intercom whose it is."
              .formatted(number, contact.id()));
    }
    return clash(
        attempt,
        "Contact %s belongs to member %s and was not touched; %s."
            .formatted(
                contact.id(),
                number,
                attempt.listed().gone()
                    ? "the member's own contact was perhaps merged into it"
                    : "two members seem to share an e-mail"));
  }

  /// Two members swap their numbers, and the first step failed.
  static Step notPutAside(Attempt attempt, ContactId contact, Reply reply) {
    return fail(
        attempt,
        "Contact %s has the member's number and goes to another member, but could not be given another number first: Intercom answered with %s."
            .formatted(contact, ReplyWords.of(reply)),
        true);
  }

  static Step clash(Attempt attempt, String reason) {
    return end(attempt, new Result.IdentityClash(reason));
  }

  static Step needsPerson(Attempt attempt, String reason) {
    return end(attempt, new Result.NeedsPerson(reason));
  }

  /// Intercom said that it had taken these fields, and the contact does not hold what was sent.
  static Step notKept(Attempt attempt, List<FieldName> fields) {
    return fail(
        attempt,
        "Intercom answered that it had taken %s, but the contact does not hold what was sent."
            .formatted(list(fields)),
        false);
  }

  /// The former values of a contact that is somebody else's by now were sent.
  static Step handedBack(Attempt attempt, Request.Update former, Reply reply) {
    var fields = list(former.fields().keySet());
    var told =
        reply instanceof Reply.Accepted
            ? "What had been written over in contact %s was given back: %s."
                .formatted(former.id(), fields)
            : "What was written over could not be given back (Intercom answered with %s); correct %s of contact %s in Intercom by hand."
                .formatted(ReplyWords.of(reply), fields, former.id());
    return done(attempt.warning(told), attempt.verdict().orElseThrow());
  }

  private static String list(Collection<FieldName> fields) {
    return fields.stream().map(FieldName::value).collect(Collectors.joining(", "));
  }

  static Step fail(Attempt attempt, String reason, boolean passing) {
    return end(attempt, new Result.Failed(reason, passing, Optional.empty()));
  }

  static Step halt(Attempt attempt, Reply.Denied denied) {
    return new Step.Halt(attempt, new Result.Failed(denied(denied), false, Optional.empty()));
  }

  static String denied(Reply.Denied denied) {
    return switch (denied.blame()) {
      case ADDRESS -> denied.text();
      case TOKEN -> "Intercom refuses the access token: " + denied.text();
      case WORKSPACE -> "Intercom does not serve this workspace here: " + denied.text();
    };
  }

  static String named(Optional<FieldName> field) {
    return field.map(name -> "Intercom refuses " + name + ": ").orElse("Intercom refuses: ");
  }

  /// Ends the attempt, but first archives again what was brought back and is not the member's.
  private static Step end(Attempt attempt, Result.NotDone result) {
    var stray = attempt.revived().filter(id -> !attempt.target().equals(Optional.of(id)));
    if (stray.isPresent() && !attempt.hasSpent(Remedy.REARCHIVE)) {
      return Steps.rearchive(attempt, stray.get(), result);
    }
    return done(attempt, result);
  }

  private static Step done(Attempt attempt, Result result) {
    return new Step.Done(attempt, result);
  }

  private static String stillInTheWay(ContactId id) {
    return "Contact %s has the member's e-mail and stands in the way.".formatted(id);
  }
}
