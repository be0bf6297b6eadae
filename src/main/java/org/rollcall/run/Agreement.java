package org.rollcall.run;

import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.Contact;

/// Whether the list of contacts agrees with what a search found in parts.
///
/// The list has no order that Intercom promises. Where it is seen to begin with the newest, its
/// head is read until an hour before the newest contact: search lags by minutes, so whoever it did
/// not show is there, and the rest is proven by the list's count. In any other order whoever is
/// missing may be anywhere, and only the very count proves that nobody is.
///
/// @param first the list's first page, before the parts were read
record Agreement(Gateway gateway, Reply.Page first, Found found) {
  private static final long AN_HOUR = 3_600;

  /// @throws RunStopped when Intercom cannot be asked
  Parts.Outcome sought() throws InterruptedException {
    var head = Walk.first(gateway);
    boolean newestFirst = isNewestFirst(head.contacts());
    var unread = newestFirst ? readOn(head) : taken(head);
    if (unread.isPresent()) {
      return new Parts.Doubtful(unread.get());
    }
    if (found.outdated() > 0) {
      return doubtful("Intercom's search is behind its list.");
    }
    boolean agreed =
        newestFirst
            ? found.size() >= head.total()
            : found.size() == head.total() && found.size() == first.total();
    return agreed
        ? new Parts.Proven()
        : doubtful(
            "Intercom lists %d contacts, and its search shows %d."
                .formatted(head.total(), found.size()));
  }

  private Optional<String> taken(Reply.Page page) {
    found.take(page.contacts());
    return Optional.empty();
  }

  /// Reads the list until an hour before the newest contact; gives why it cannot be.
  private Optional<String> readOn(Reply.Page head) throws InterruptedException {
    long until = head.contacts().getFirst().createdAt() - AN_HOUR;
    var page = head;
    while (true) {
      found.take(page.contacts());
      if (page.next().isEmpty() || page.contacts().getLast().createdAt() < until) {
        return Optional.empty();
      }
      var reply = gateway.send(new Request.ListContacts(page.next())).reply();
      if (!(reply instanceof Reply.Page next)) {
        throw Walk.unreadable(reply);
      }
      if (!isNewestFirst(next.contacts())) {
        return Optional.of("Intercom's list is in no order.");
      }
      page = next;
    }
  }

  private static Parts.Outcome doubtful(String why) {
    return new Parts.Doubtful(why);
  }

  private static boolean isNewestFirst(List<Contact> contacts) {
    for (int index = 1; index < contacts.size(); index++) {
      if (contacts.get(index).createdAt() > contacts.get(index - 1).createdAt()) {
        return false;
      }
    }
    return !contacts.isEmpty();
  }
}
