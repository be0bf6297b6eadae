package org.rollcall.apply;

import org.rollcall.model.ContactId;
import org.rollcall.model.TextSet;

/// The contacts that a run has met until now. Safe for many threads.
final class KnownContacts {
  private final TextSet ids = new TextSet();

  synchronized void add(ContactId contact) {
    ids.add(contact.value());
  }

  synchronized boolean contains(ContactId contact) {
    return ids.contains(contact.value());
  }
}
