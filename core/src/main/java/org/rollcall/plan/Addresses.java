package org.rollcall.plan;

import java.util.Arrays;

/// A list of addresses in the order in which they were added.
final class Addresses {
  private int[] addresses = new int[16];
  private int size;

  void add(int address) {
    if (size == addresses.length) {
      addresses = Arrays.copyOf(addresses, size + (size >> 1));
    }
    addresses[size++] = address;
  }

  int get(int place) {
    if (place >= size) {
      throw new IndexOutOfBoundsException(place);
    }
    return addresses[place];
  }

  int size() {
    return size;
  }
}
