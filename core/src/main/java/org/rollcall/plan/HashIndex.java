package org.rollcall.plan;

import java.util.Arrays;
import org.rollcall.model.Hashes;

/// Finds places by hash. A hash may have several places, so the caller compares what is stored
/// there.
final class HashIndex {
  private static final int FIRST_CAPACITY = 1 << 6;

  private int[] hashes = new int[FIRST_CAPACITY];

  /// Each entry is a place plus one; 0 is an empty slot.
  private int[] places = new int[FIRST_CAPACITY];

  private int size;

  void put(String key, int place) {
    put(key.hashCode(), place + 1);
    size++;
    if (size * 3L > places.length * 2L) {
      grow();
    }
  }

  /// The places of all keys with the same hash as `key`, in rising order; nearly always none or
  /// one.
  int[] placesOf(String key) {
    int hash = key.hashCode();
    var found = new int[1];
    int count = 0;
    for (int slot = Hashes.slot(hash, places.length); places[slot] != 0; slot = after(slot)) {
      if (hashes[slot] == hash) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = places[slot] - 1;
      }
    }
    Arrays.sort(found, 0, count);
    return Arrays.copyOf(found, count);
  }

  private void put(int hash, int place) {
    int slot = Hashes.slot(hash, places.length);
    while (places[slot] != 0) {
      slot = after(slot);
    }
    hashes[slot] = hash;
    places[slot] = place;
  }

  private int after(int slot) {
    return (slot + 1) & (places.length - 1);
  }

  private void grow() {
    var hashesBefore = hashes;
    var placesBefore = places;
    hashes = new int[hashesBefore.length * 2];
    places = new int[placesBefore.length * 2];
    for (int slot = 0; slot < placesBefore.length; slot++) {
      if (placesBefore[slot] != 0) {
        put(hashesBefore[slot], placesBefore[slot]);
      }
    }
  }
}
