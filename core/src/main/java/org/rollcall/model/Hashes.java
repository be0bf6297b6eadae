package org.rollcall.model;

/// Where a hash belongs in a table.
public final class Hashes {
  private Hashes() {}

  /// The slot of `hash` in a table of `capacity` slots, a power of two.
  ///
  /// Numbers in a row have hashes in a row of rows, which no simple multiplication takes apart, and
  /// a table that is probed slot by slot then crawls. This is the end of MurmurHash3: every bit of
  /// the hash moves half of the slot's bits.
  public static int slot(int hash, int capacity) {
    int mixed = hash;
    mixed ^= mixed >>> 16;
    mixed *= 0x85EBCA6B;
    mixed ^= mixed >>> 13;
    mixed *= 0xC2B2AE35;
    mixed ^= mixed >>> 16;
    return mixed & (capacity - 1);
  }
}
