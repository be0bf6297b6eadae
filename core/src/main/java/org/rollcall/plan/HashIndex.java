package org.rollcall.plan;

import java.util.Arrays;
import org.rollcall.model.Hashes;

/// Finds places by hash. A hash may have several places, so the caller compares what is stored
/// there.
///
/// Places with one hash form a chain. So thousands of contacts with one address cost no more than
/// thousands with different ones.
final class HashIndex {
  private static final int FIRST_CAPACITY = 1 << 6;

  private int[] hashes = new int[FIRST_CAPACITY];

  /// For each slot the last entry with its hash, plus one; 0 is an empty slot.
  private int[] heads = new int[FIRST_CAPACITY];

  private int slots;

  /// For each entry its place, and the entry with the same hash before it, plus one.
  private int[] places = new int[FIRST_CAPACITY];

  private int[] earlier = new int[FIRST_CAPACITY];
  private int entries;

  void put(String key, int place) {
    int hash = key.hashCode();
    int slot = slotOf(hash);
    if (heads[slot] == 0) {
      hashes[slot] = hash;
      slots++;
    }
    if (entries == places.length) {
      int more = entries + (entries >> 1);
      places = Arrays.copyOf(places, more);
      earlier = Arrays.copyOf(earlier, more);
    }
    places[entries] = place;
    earlier[entries] = heads[slot];
    heads[slot] = ++entries;
    if (slots * 3L > heads.length * 2L) {
      grow();
    }
  }

  /// The places of all keys with the same hash as `key`, in the order in which they were put;
  /// nearly always none or one.
  int[] placesOf(String key) {
    int head = heads[slotOf(key.hashCode())];
    int count = 0;
    for (int entry = head; entry != 0; entry = earlier[entry - 1]) {
      count++;
    }
    var found = new int[count];
    for (int entry = head; entry != 0; entry = earlier[entry - 1]) {
      found[--count] = places[entry - 1];
    }
    return found;
  }

  /// The slot with this hash, or the empty slot for it.
  private int slotOf(int hash) {
    int slot = Hashes.slot(hash, heads.length);
    while (heads[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (heads.length - 1);
    }
    return slot;
  }

  private void grow() {
    var hashesBefore = hashes;
    var headsBefore = heads;
    hashes = new int[hashesBefore.length * 2];
    heads = new int[headsBefore.length * 2];
    for (int before = 0; before < headsBefore.length; before++) {
      if (headsBefore[before] != 0) {
        int slot = slotOf(hashesBefore[before]);
        hashes[slot] = hashesBefore[before];
        heads[slot] = headsBefore[before];
      }
    }
  }
}
