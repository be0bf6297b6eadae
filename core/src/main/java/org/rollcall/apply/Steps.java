package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Value;
import org.rollcall.model.Wish;
import org.rollcall.plan.Aside;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;

/// The steps that ask Intercom once more. Each spends its remedy; where that is spent, the way
/// ends.
final class Steps {
  private Steps() {}

  static Step inspect(Attempt attempt, ContactId id, String text) {
    if (attempt.hasSpent(Remedy.INSPECT)) {
      return Endings.fail(attempt, "Intercom goes on naming a conflict: " + text, true);
    }
    return send(attempt.spending(Remedy.INSPECT), new Request.Inspect(id));
  }

  static Step unarchive(Attempt attempt, ContactId id) {
    if (attempt.hasSpent(Remedy.UNARCHIVE)) {
      return Endings.needsPerson(
          attempt,
          "Contact %s stays archived in Intercom however often it is brought back; look at it in Intercom."
              .formatted(id));
    }
    return send(attempt.spending(Remedy.UNARCHIVE), new Request.Unarchive(id));
  }

  static Step unblock(Attempt attempt, ContactId id, String text) {
    if (attempt.hasSpent(Remedy.UNBLOCK)) {
      return Endings.needsPerson(
          attempt, "Contact %s stays blocked after it was unblocked: %s".formatted(id, text));
    }
    return send(attempt.spending(Remedy.UNBLOCK), new Request.Unblock(id));
  }

  static Step findByExternalId(Attempt attempt, String text) {
    if (attempt.hasSpent(Remedy.FIND_BY_EXTERNAL_ID)) {
      return Endings.fail(attempt, "Intercom goes on naming a conflict: " + text, true);
    }
    MemberId member = attempt.wanted().member();
    return send(
        attempt.spending(Remedy.FIND_BY_EXTERNAL_ID), new Request.FindByExternalId(member.value()));
  }

  static Step findByEmail(Attempt attempt) {
    if (attempt.hasSpent(Remedy.FIND_BY_EMAIL)) {
      return Endings.nobodyFound(attempt);
    }
    return send(
        attempt.spending(Remedy.FIND_BY_EMAIL),
        new Request.FindByEmail(attempt.wanted().emailKey()));
  }

  static Step follow(Attempt attempt, Reply.Merged merged) {
    if (merged.survivor().isEmpty()) {
      return Endings.needsPerson(
          attempt,
          "The contact was merged into another, and Intercom does not say into which; find the member in"
              + " Intercom and give that contact their number. "
              + merged.text());
    }
    if (attempt.hasSpent(Remedy.FOLLOW_MERGE)) {
      return Endings.needsPerson(
          attempt, "The contact was merged more than once; find the member in Intercom.");
    }
    return send(
        attempt.losing().spending(Remedy.FOLLOW_MERGE),
        new Request.Inspect(merged.survivor().get()));
  }

  /// An archived contact cannot be brought back. It may have been merged into another, and Intercom
  /// does not say into which; then that one probably has the member's e-mail.
  static Step findSurvivor(Attempt attempt, String text) {
    return attempt.hasSpent(Remedy.FIND_BY_EMAIL)
        ? Endings.unrestorable(attempt, text)
        : findByEmail(attempt.losing().endingAs(Endings.unrestorable(text)));
  }

  /// The answer to a create was lost each time. It may have landed all the same. It did not if
  /// nobody has the member's number.
  static Step checkCreated(Attempt attempt, String text) {
    var lookup = new Request.FindByExternalId(attempt.wanted().member().value());
    return checkLanded(attempt, lookup, text);
  }

  /// The answer to an update was lost each time. What the contact holds now tells whether it
  /// landed.
  static Step checkUpdated(Attempt attempt, ContactId id, String text) {
    return checkLanded(attempt, new Request.Inspect(id), text);
  }

  /// The answer to a write did not show what was sent. The contact is read before that is believed.
  static Step confirm(Attempt attempt, UnconfirmedWrite write, ContactId id) {
    return send(attempt.spending(Remedy.CONFIRM).doubting(write), new Request.Inspect(id));
  }

  /// Somebody changed these fields after the contact was listed, so they were not in the plan.
  static Step writeRest(Attempt attempt, ContactId id, List<Difference> rest) {
    var fields = new ArrayList<>(attempt.differences());
    fields.addAll(rest);
    return send(
        attempt.spending(Remedy.WRITE_REST).writing(fields),
        new Request.Update(id, Diff.wishes(attempt.wanted(), rest)));
  }

  /// Writes the former values into a contact that is somebody else's by now, then ends as a clash.
  static Step handBack(Attempt attempt, Request.Update former, String reason) {
    return send(
        attempt.spending(Remedy.HAND_BACK).endingAs(new Result.IdentityClash(reason)), former);
  }

  private static Step checkLanded(Attempt attempt, Request.OfContact look, String text) {
    if (attempt.hasSpent(Remedy.CHECK_LANDED)) {
      return Endings.passing(attempt, text);
    }
    return send(attempt.spending(Remedy.CHECK_LANDED).endingAs(Endings.unsettled(text)), look);
  }

  static Step createAnew(Attempt attempt, String text) {
    if (attempt.hasSpent(Remedy.CREATE_ANEW)) {
      return Endings.fail(attempt, "The contact can be neither found nor made anew: " + text, true);
    }
    return send(attempt.losing().spending(Remedy.CREATE_ANEW), attempt.creation());
  }

  /// Puts somebody else's contact back to where it was: blocked where it was blocked, else
  /// archived.
  static Step rearchive(Attempt attempt, ContactId id, Result.NotDone ending) {
    var wasBlocked = attempt.hasSpent(Remedy.UNBLOCK);
    return send(
        attempt.spending(Remedy.REARCHIVE).endingAs(ending),
        wasBlocked ? new Request.Block(id) : new Request.Archive(id));
  }

  /// Puts away another contact of the same member because Intercom will not let the kept one be
  /// right beside it, then writes the kept one again.
  static Step displace(Attempt attempt, ContactId id) {
    return send(attempt.spending(Remedy.ARCHIVE_DUPLICATE), new Request.Archive(id));
  }

  /// Gives a contact that goes to member `to` the number that it carries until it gets theirs.
  static Step putAside(Attempt attempt, ContactId id, MemberId to) {
    var number = new TreeMap<FieldName, Wish>();
    number.put(FieldName.EXTERNAL_ID, new Wish.Put(new Value.Text(Aside.on(to))));
    return send(attempt.spending(Remedy.PUT_ASIDE), new Request.Update(id, number));
  }

  static Step afterArchive(Attempt attempt) {
    if (attempt.verdict().isPresent()) {
      return new Step.Done(attempt, attempt.verdict().get());
    }
    return attempt
        .target()
        .<Step>map(id -> send(attempt, new Request.Update(id, attempt.wishes())))
        .orElseGet(() -> Endings.nobodyFound(attempt));
  }

  static Step send(Attempt attempt, Request.OfContact request) {
    return new Step.Send(attempt.asking(request));
  }
}
