package org.rollcall.listing;

import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Reply;
import org.rollcall.model.Contact;

/// The newest contacts, from a list that begins with them.
///
/// @param until older contacts are not read, Unix seconds
record NewestContacts(ContactPages pages, long until, SeenContacts found) {
  /// Hands its contacts on, and returns why the list cannot be relied on; empty where it can.
  ///
  /// @param first the list's first page, just read
  /// @throws RunStopped when Intercom cannot be asked
  Optional<String> read(Reply.Page first) throws InterruptedException {
    var onward = new Onward();
    var page = first;
    while (true) {
      found.take(page.contacts());
      if (page.next().isEmpty() || page.contacts().getLast().createdAt() < until) {
        return Optional.empty();
      }
      var broken = onward.take(page);
      if (broken.isPresent()) {
        return Optional.of("Intercom's list of contacts %s.".formatted(broken.get()));
      }
      var reply = pages.page(page.next());
      var doubt = doubt(page, reply);
      if (doubt.isPresent()) {
        return doubt;
      }
      if (!(reply instanceof Reply.Page next)) {
        throw Walk.unreadable(reply);
      }
      page = next;
    }
  }

  /// Most likely Intercom refuses a cursor that grew too old. The chain begins anew then.
  private static Optional<String> doubt(Reply.Page page, Reply reply) {
    return switch (reply) {
      case Reply.Refused refused ->
          Optional.of("Intercom would not go on with its list: " + Unreadable.said(refused));
      case Reply.Page next when next.gaps() > 0 -> Optional.of(Agreement.gaps(next));
      case Reply.Page next when !goesOn(page, next) ->
          Optional.of("Intercom's list is in no order.");
      case Reply _ -> Optional.empty();
    };
  }

  private static boolean goesOn(Reply.Page page, Reply.Page next) {
    return isNewestFirst(next.contacts())
        && next.contacts().getFirst().createdAt() <= page.contacts().getLast().createdAt();
  }

  /// Whether there are contacts, and each is as old as the one before or older.
  static boolean isNewestFirst(List<Contact> contacts) {
    for (int index = 1; index < contacts.size(); index++) {
      if (contacts.get(index).createdAt() > contacts.get(index - 1).createdAt()) {
        return false;
      }
    }
    return !contacts.isEmpty();
  }
}
