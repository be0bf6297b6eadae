package org.rollcall.apply;

import org.rollcall.model.ContactId;
import org.rollcall.model.Hashes;

/// The contacts that a run has met until now.
///
/// It keeps eight bytes of each id, since a million ids would need too much memory. So it may take
/// a new contact for a known one, about once in a thousand million nights. Safe for many threads.
final class KnownContacts {
  private static final int FIRST_CAPACITY = 1 << 6;

  /// Digests of ids; 0 is an empty slot.
  private long[] slots = new long[FIRST_CAPACITY];

  private int known;

  synchronized void add(ContactId contact) {
    long digest = digest(contact);
    int slot = slotOf(digest);
    if (slots[slot] == 0) {
      slots[slot] = digest;
      known++;
      if (known * 3L > slots.length * 2L) {
        grow();
      }
    }
  }

  synchronized boolean contains(ContactId contact) {
    return slots[slotOf(digest(contact))] != 0;
  }

  private void grow() {
    var before = slots;
    slots = new long[before.length * 2];
    for (long digest : before) {
      if (digest != 0) {
        slots[slotOf(digest)] = digest;
      }
    }
  }

  /// The slot with this digest, or the empty slot for it.
  private int slotOf(long digest) {
    int slot = Hashes.slot(Long.hashCode(digest), slots.length);
    while (slots[slot] != 0 && slots[slot] != digest) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /// FNV-1a of the id's letters; never 0.
  private static long digest(ContactId contact) {
    long digest = 0xCBF29CE484222325L;
    var text = contact.value();
    for (int at = 0; at < text.length(); at++) {
      digest = (digest ^ text.charAt(at)) * 0x100000001B3L;
    }
    return digest == 0 ? 1 : digest;
  }
}
