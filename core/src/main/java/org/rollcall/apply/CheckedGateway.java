package org.rollcall.apply;

import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.HiddenContact;

/// Takes an answer about another contact than the one that was asked about for no answer at all:
/// the call may have landed, or not. A cache, a proxy or a fault at Intercom may mix answers up.
///
/// A create asks about a contact that was not there before. So an answer with one that the run has
/// met already, or that is much older than the run, is none either.
///
/// Safe for many threads.
public final class CheckedGateway implements Gateway {
  private final Gateway gateway;
  private final Beginning began;
  private final KnownContacts known = new KnownContacts();

  /// @param began when the run began
  public CheckedGateway(Gateway gateway, Beginning began) {
    this.gateway = gateway;
    this.began = began;
  }

  @Override
  public Answer send(Request request) throws InterruptedException {
    var answer = gateway.send(request);
    var lost = lost(request, answer.reply());
    shown(answer.reply()).forEach(known::add);
    return lost.map(reply -> new Answer(reply, answer.requestId(), answer.quota())).orElse(answer);
  }

  private Optional<Reply> lost(Request request, Reply reply) {
    return request instanceof Request.Create
        ? former(reply).map(id -> lost(request, id, "which was there before."))
        : stranger(request, reply).map(id -> lost(request, id, "which nobody asked about."));
  }

  private static Reply lost(Request request, ContactId id, String why) {
    return new Reply.AnswerLost(
        "Intercom answered %s with contact %s, ".formatted(RequestWords.of(request), id) + why);
  }

  /// The contact that a create was answered with, where it cannot be the one just made.
  private Optional<ContactId> former(Reply reply) {
    return answered(reply)
        .filter(contact -> known.contains(contact.id()) || began.isLongAfter(contact))
        .map(Contact::id);
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

  /// The contacts that a reply shows, active or not.
  private static Stream<ContactId> shown(Reply reply) {
    return switch (reply) {
      case Reply.Accepted(var contact) -> Stream.of(contact.id());
      case Reply.Found(var contact) -> Stream.of(contact.id());
      case Reply.Matches(var contacts, _) -> contacts.stream().map(Contact::id);
      case Reply.Page page -> page.contacts().stream().map(Contact::id);
      case Reply.HiddenPage page -> page.contacts().stream().map(HiddenContact::id);
      case Reply _ -> Stream.empty();
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
