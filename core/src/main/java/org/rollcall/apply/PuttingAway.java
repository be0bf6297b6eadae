package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.Role;

/// Puts a member's older contacts away, once the kept one is right and never before: users are
/// archived, leads are merged into the kept one.
final class PuttingAway {
  /// How often the kept contact is written after a merge: an answer may be old.
  private static final int TRIES = 2;

  private final Gateway gateway;

  PuttingAway(Gateway gateway) {
    this.gateway = gateway;
  }

  /// What became of one contact.
  private sealed interface Fate {
    /// It was put away.
    record Away() implements Fate {}

    /// It was gone before: archived or merged by somebody else. Nothing was done.
    record Gone() implements Fate {}

    /// It is still there, for this reason.
    record Stays(String why) implements Fate {}

    /// Intercom will never merge it, in its own words.
    record Unmerged(String why) implements Fate {}
  }

  /// The outcome with what became of `surplus`; a contact that would not go makes the member fail,
  /// since the next run will meet it again. A lead that Intercom will never merge is told and
  /// remembered, and the member is right.
  ///
  /// @param kept what is known of the contact that is kept
  Outcome putAway(Outcome outcome, List<Contact> surplus, KeptContact kept) {
    var away = new ArrayList<Contact>();
    var ended = outcome;
    try {
      for (var contact : surplus) {
        switch (fate(contact, outcome.contact().orElseThrow(), kept)) {
          case Fate.Away() -> away.add(contact);
          case Fate.Gone() -> {}
          case Fate.Stays(var why) -> ended = ended.endingAs(failed(why));
          case Fate.Unmerged(var why) -> ended = unmerged(ended, contact, why);
        }
      }
      return standing(ended.puttingAway(away));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      var why = "Not all of the member's older contacts were put away: the run was stopped.";
      return ended.puttingAway(away).endingAs(failed(why));
    }
  }

  /// Somebody may have merged the kept contact into an older one at the last moment. Then the
  /// member has no other, and it is brought back.
  private Outcome standing(Outcome outcome) throws InterruptedException {
    var archived = outcome.putAway().stream().filter(each -> each.role() == Role.USER).toList();
    if (archived.isEmpty() || !isGone(outcome.contact().orElseThrow())) {
      return outcome;
    }
    var back = new ArrayList<Contact>();
    for (var contact : archived) {
      if (gateway.send(new Request.Unarchive(contact.id())).reply() instanceof Reply.Accepted) {
        back.add(contact);
      }
    }
    var left = outcome.putAway().stream().filter(each -> !back.contains(each)).toList();
    return outcome
        .puttingAway(left)
        .endingAs(
            failed(
                "The member's contact %s was merged or archived in Intercom while their older one was put away, so that was brought back."
                    .formatted(outcome.contact().orElseThrow())));
  }

  private static Outcome unmerged(Outcome outcome, Contact lead, String why) {
    var sentence =
        "The member's contact %s is right, but Intercom refuses to merge their lead %s into it, so the lead stays and is not sent again: %s"
            .formatted(outcome.contact().orElseThrow(), lead.id(), why);
    return outcome.after(outcome.trail().notMerging(lead.id(), sentence));
  }

  private static Result failed(String why) {
    return new Result.Failed(why, true, Optional.empty());
  }

  private Fate fate(Contact contact, ContactId id, KeptContact kept) throws InterruptedException {
    return switch (contact.role()) {
      case USER -> archive(contact);
      case LEAD -> merge(contact, id, kept);
    };
  }

  private Fate archive(Contact contact) throws InterruptedException {
    var reply = gateway.send(new Request.Archive(contact.id())).reply();
    return reply instanceof Reply.AnswerLost && isGone(contact.id())
        ? new Fate.Away()
        : fate(contact, reply);
  }

  private Fate merge(Contact lead, ContactId id, KeptContact kept) throws InterruptedException {
    var reply = gateway.send(new Request.Merge(lead.id(), id)).reply();
    if (reply instanceof Reply.AnswerLost && isGone(lead.id())) {
      reply = gateway.send(new Request.Inspect(id)).reply();
    }
    return switch (reply) {
      case Reply.Accepted(var merged) -> putRight(lead, merged, kept);
      case Reply.Found(var merged) -> putRight(lead, merged, kept);
      case Reply.Refused(_, _, var text) -> new Fate.Unmerged(text);
      case Reply other -> fate(lead, other);
    };
  }

  /// Whether the contact can no longer be read: it was put away or merged.
  private boolean isGone(ContactId contact) throws InterruptedException {
    return switch (gateway.send(new Request.Inspect(contact)).reply()) {
      case Reply.Missing _, Reply.Merged _ -> true;
      case Reply _ -> false;
    };
  }

  /// A contact that was given to somebody else meanwhile is left as the merge left it.
  private Fate putRight(Contact lead, Contact merged, KeptContact kept)
      throws InterruptedException {
    if (!kept.isStillTheirs(merged)) {
      return new Fate.Stays(Endings.givenAway(merged));
    }
    var update = kept.update(merged);
    for (int tries = 0; update.isPresent() && tries < TRIES; tries++) {
      var reply = gateway.send(update.get()).reply();
      if (!(reply instanceof Reply.Accepted(var answer))) {
        return fate(lead, reply);
      }
      if (kept.update(answer).isEmpty()) {
        return new Fate.Away();
      }
      if (!(gateway.send(new Request.Inspect(merged.id())).reply()
          instanceof Reply.Found(var now))) {
        return leadsValues(lead, merged);
      }
      if (!kept.isStillTheirs(now)) {
        return new Fate.Stays(Endings.givenAway(now));
      }
      update = kept.update(now);
    }
    return update.isPresent() ? leadsValues(lead, merged) : new Fate.Away();
  }

  private static Fate leadsValues(Contact lead, Contact kept) {
    return new Fate.Stays(
        "Lead %s was merged into the member's contact %s, which did not take its own values back; the next run writes them."
            .formatted(lead.id(), kept.id()));
  }

  private static Fate fate(Contact contact, Reply reply) {
    return switch (reply) {
      case Reply.Accepted _ -> new Fate.Away();
      case Reply.Missing _, Reply.Merged _ -> new Fate.Gone();
      case Reply.Transient passing -> stays(contact, passing.text());
      case Reply.Refused refused -> stays(contact, refused.text());
      case Reply.Denied denied -> stays(contact, denied.text());
      case Reply.Settled other ->
          stays(contact, "Intercom answered with " + ReplyWords.of(other) + ".");
    };
  }

  private static Fate stays(Contact contact, String why) {
    return new Fate.Stays(
        "The member's contact is right, but their older contact %s could not be put away: %s"
            .formatted(contact.id(), why));
  }
}
