package org.rollcall.model;

/// Finds the slot of a hash in a table.
public final class Hashes {
  private Hashes() {}

  /// The slot of `hash` in a table of `capacity` slots, a power of two.
  ///
  /// Consecutive numbers have hashes that form rows, which a simple multiplication does not break
  /// up; a table that is probed slot by slot would then be slow. This is the last step of
  /// MurmurHash3, in which every bit of the hash changes half of the slot's bits.
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
