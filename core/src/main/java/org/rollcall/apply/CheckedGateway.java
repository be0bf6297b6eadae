package org.rollcall.apply;

import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;

/// Takes an answer about another contact than the one that was asked about for no answer at all:
/// the call may have landed, or not. A cache, a proxy or a fault at Intercom may mix answers up.
///
/// Safe for many threads.
public final class CheckedGateway implements Gateway {
  private final Gateway gateway;

  public CheckedGateway(Gateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public Answer send(Request request) throws InterruptedException {
    var answer = gateway.send(request);
    return stranger(request, answer.reply())
        .map(id -> new Answer(lost(request, id), answer.requestId(), answer.quota()))
        .orElse(answer);
  }

  private static Reply lost(Request request, ContactId id) {
    return new Reply.AnswerLost(
        "Intercom answered %s with contact %s, which nobody asked about."
            .formatted(RequestWords.of(request), id));
  }

  /// The contact that the answer is about, where it is not the one that was asked about.
  private static Optional<ContactId> stranger(Request request, Reply reply) {
    return asked(request)
        .flatMap(asked -> answered(reply).map(Contact::id).filter(id -> !id.equals(asked)));
  }

  /// The contact whose id the answer must carry; empty where that is not known beforehand.
  private static Optional<ContactId> asked(Request request) {
    return switch (request) {
      case Request.Update(var id, _) -> Optional.of(id);
      case Request.Archive(var id) -> Optional.of(id);
      case Request.Unarchive(var id) -> Optional.of(id);
      case Request.Block(var id) -> Optional.of(id);
      case Request.Unblock(var id) -> Optional.of(id);
      case Request.Merge(_, var user) -> Optional.of(user);
      case Request.Inspect(var id) -> Optional.of(id);
      case Request.Create _, Request.FindByExternalId _, Request.FindByEmail _ -> Optional.empty();
      case Request.OfWorkspace _, Request.OfMany _ -> Optional.empty();
    };
  }

  private static Optional<Contact> answered(Reply reply) {
    return switch (reply) {
      case Reply.Accepted(var contact) -> Optional.of(contact);
      case Reply.Found(var contact) -> Optional.of(contact);
      case Reply _ -> Optional.empty();
    };
  }
}
