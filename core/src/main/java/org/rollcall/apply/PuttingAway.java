package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
  /// @param afterMerge what the kept contact needs once a lead's fields have come into it; empty
  ///   for nothing
  Outcome putAway(
      Outcome outcome,
      List<Contact> surplus,
      Function<Contact, Optional<Request.Update>> afterMerge) {
    var gone = new ArrayList<Contact>();
    var ended = outcome;
    for (var contact : surplus) {
      var trouble = trouble(contact, outcome.contact().orElseThrow(), afterMerge);
      if (trouble.isEmpty()) {
        gone.add(contact);
      } else {
        ended = ended.endingAs(new Result.Failed(trouble.get(), true, Optional.empty()));
      }
    }
    return ended.puttingAway(gone);
  }

  private Optional<String> trouble(
      Contact contact, ContactId kept, Function<Contact, Optional<Request.Update>> afterMerge) {
    try {
      return switch (contact.role()) {
        case USER -> archive(contact);
        case LEAD -> merge(contact, kept, afterMerge);
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

  private Optional<String> merge(
      Contact lead, ContactId kept, Function<Contact, Optional<Request.Update>> afterMerge)
      throws InterruptedException {
    var reply = gateway.send(new Request.Merge(lead.id(), kept)).reply();
    if (reply instanceof Reply.AnswerLost && isGone(lead)) {
      reply = gateway.send(new Request.Inspect(kept)).reply();
    }
    return switch (reply) {
      case Reply.Accepted(var merged) -> putRight(lead, afterMerge.apply(merged));
      case Reply.Found(var merged) -> putRight(lead, afterMerge.apply(merged));
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

  private Optional<String> putRight(Contact lead, Optional<Request.Update> update)
      throws InterruptedException {
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
