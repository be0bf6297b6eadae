package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;

/// Puts a member's older contacts away, once the kept one is right and never before: users are
/// archived, leads are merged into the kept one.
final class PuttingAway {
  private final Gateway gateway;

  PuttingAway(Gateway gateway) {
    this.gateway = gateway;
  }

  /// The outcome with what became of `surplus`; a contact that would not go makes the member fail,
  /// since the next run will meet it again.
  ///
  /// @param kept what is known of the contact that is kept
  Outcome putAway(Outcome outcome, List<Contact> surplus, KeptContact kept) {
    var gone = new ArrayList<Contact>();
    var ended = outcome;
    for (var contact : surplus) {
      var trouble = trouble(contact, outcome.contact().orElseThrow(), kept);
      if (trouble.isEmpty()) {
        gone.add(contact);
      } else {
        ended = ended.endingAs(new Result.Failed(trouble.get(), true, Optional.empty()));
      }
    }
    return ended.puttingAway(gone);
  }

  private Optional<String> trouble(Contact contact, ContactId id, KeptContact kept) {
    try {
      return switch (contact.role()) {
        case USER -> archive(contact);
        case LEAD -> merge(contact, id, kept);
      };
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.of(stays(contact, "the run was stopped."));
    }
  }

  private Optional<String> archive(Contact contact) throws InterruptedException {
    var reply = gateway.send(new Request.Archive(contact.id())).reply();
    return reply instanceof Reply.AnswerLost && isGone(contact)
        ? Optional.empty()
        : trouble(contact, reply);
  }

  private Optional<String> merge(Contact lead, ContactId id, KeptContact kept)
      throws InterruptedException {
    var reply = gateway.send(new Request.Merge(lead.id(), id)).reply();
    if (reply instanceof Reply.AnswerLost && isGone(lead)) {
      reply = gateway.send(new Request.Inspect(id)).reply();
    }
    return switch (reply) {
      case Reply.Accepted(var merged) -> putRight(lead, merged, kept);
      case Reply.Found(var merged) -> putRight(lead, merged, kept);
      case Reply other -> trouble(lead, other);
    };
  }

  /// Where the answer to a write is lost each time, a contact that can no longer be read was put
  /// away all the same.
  private boolean isGone(Contact contact) throws InterruptedException {
    return switch (gateway.send(new Request.Inspect(contact.id())).reply()) {
      case Reply.Missing _, Reply.Merged _ -> true;
      case Reply _ -> false;
    };
  }

  /// A contact that was given to somebody else meanwhile is left as the merge left it.
  private Optional<String> putRight(Contact lead, Contact merged, KeptContact kept)
      throws InterruptedException {
    if (!kept.isStillTheirs(merged)) {
      return Optional.of(Endings.givenAway(merged));
    }
    var update = kept.update(merged);
    return update.isPresent() ? trouble(lead, update.get()) : Optional.empty();
  }

  private Optional<String> trouble(Contact contact, Request request) throws InterruptedException {
    return trouble(contact, gateway.send(request).reply());
  }

  private static Optional<String> trouble(Contact contact, Reply reply) {
    return switch (reply) {
      case Reply.Accepted _, Reply.Missing _, Reply.Merged _ -> Optional.empty();
      case Reply.Transient passing -> Optional.of(stays(contact, passing.text()));
      case Reply.Refused refused -> Optional.of(stays(contact, refused.text()));
      case Reply.Denied denied -> Optional.of(stays(contact, denied.text()));
      case Reply.Settled other ->
          Optional.of(stays(contact, "Intercom answered with " + ReplyWords.of(other) + "."));
    };
  }

  private static String stays(Contact contact, String why) {
    return "The member's contact is right, but their older contact %s could not be put away: %s"
        .formatted(contact.id(), why);
  }
}
