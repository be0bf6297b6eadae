package org.rollcall.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.rollcall.apply.Reply;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.TextSet;
import org.rollcall.run.RunEvent;

/// The contacts that parts have found so far, each handed on once. For many threads; the receiver
/// is called by one thread at a time.
final class SeenContacts {
  private final ReentrantLock turn = new ReentrantLock();
  private final Map<ContactId, Contact> listed = new HashMap<>();
  private final TextSet seen = new TextSet();
  private final long total;
  private final Consumer<Contact> each;
  private final Consumer<RunEvent> events;
  private int outdated;

  /// @param first the first page of the list, which is not behind as a search may be
  SeenContacts(Reply.Page first, Consumer<Contact> each, Consumer<RunEvent> events) {
    first.contacts().forEach(contact -> listed.put(contact.id(), contact));
    this.total = first.total();
    this.each = each;
    this.events = events;
  }

  /// @return how many of them are new
  int take(List<Contact> contacts) {
    turn.lock();
    try {
      int before = seen.size();
      contacts.forEach(this::take);
      events.accept(new RunEvent.WorkspacePage(seen.size(), total));
      return seen.size() - before;
    } finally {
      turn.unlock();
    }
  }

  private void take(Contact contact) {
    if (seen.add(contact.id().value())) {
      if (isOutdated(contact)) {
        outdated++;
      }
      each.accept(contact);
    }
  }

  /// That somebody was seen meanwhile changes nothing that a plan is made of.
  private boolean isOutdated(Contact contact) {
    var before = listed.get(contact.id());
    return before != null && !before.seenAt(contact.lastSeenAt()).equals(contact);
  }

  /// How many different contacts there were.
  int size() {
    turn.lock();
    try {
      return seen.size();
    } finally {
      turn.unlock();
    }
  }

  /// How many contacts of the list's first page differ from what the parts found of them.
  int outdated() {
    turn.lock();
    try {
      return outdated;
    } finally {
      turn.unlock();
    }
  }
}
