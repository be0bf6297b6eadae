package org.rollcall.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// A set of texts that takes little more memory than their letters; made for millions of texts.
///
/// It is exact: texts are compared letter by letter. One thread fills it; then any number may read
/// it.
public final class TextSet implements Iterable<String> {
  private static final int FIRST_CAPACITY = 1 << 6;
  private static final int LENGTH = Short.BYTES;
  private static final int LONGEST = 0xFFFF;

  private final ByteLog log = new ByteLog();

  /// Addresses in the log plus one, by hash with open addressing; 0 is an empty slot.
  private int[] slots = new int[FIRST_CAPACITY];

  private int size;

  /// Adds `text`; returns false if it was already there.
  ///
  /// @throws IllegalArgumentException when it is longer than 65,535 bytes
  public boolean add(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    int slot = slotOf(bytes);
    if (slots[slot] != 0) {
      return false;
    }
    if (bytes.length > LONGEST) {
      throw new IllegalArgumentException("A text of %d bytes is too long.".formatted(bytes.length));
    }
    var entry =
        ByteBuffer.allocate(LENGTH + bytes.length)
            .putShort((short) bytes.length)
            .put(bytes)
            .array();
    slots[slot] = log.append(entry, entry.length) + 1;
    size++;
    if (size * 3L > slots.length * 2L) {
      grow();
    }
    return true;
  }

  /// Whether `text` was added.
  public boolean contains(String text) {
    return slots[slotOf(text.getBytes(StandardCharsets.UTF_8))] != 0;
  }

  /// The number of texts.
  public int size() {
    return size;
  }

  /// All texts, in no particular order.
  @Override
  public Iterator<String> iterator() {
    return new Texts();
  }

  /// The slot with these bytes, or the empty slot for them.
  private int slotOf(byte[] bytes) {
    int slot = Hashes.slot(Arrays.hashCode(bytes), slots.length);
    while (slots[slot] != 0 && !Arrays.equals(bytes, bytesAt(slots[slot] - 1))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private byte[] bytesAt(int address) {
    var entry = log.at(address);
    var bytes = new byte[Short.toUnsignedInt(entry.getShort())];
    entry.get(bytes);
    return bytes;
  }

  private void grow() {
    var before = slots;
    slots = new int[before.length * 2];
    for (int held : before) {
      if (held != 0) {
        slots[slotOf(bytesAt(held - 1))] = held;
      }
    }
  }

  private final class Texts implements Iterator<String> {
    private int slot = following(0);

    @Override
    public boolean hasNext() {
      return slot < slots.length;
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var text = new String(bytesAt(slots[slot] - 1), StandardCharsets.UTF_8);
      slot = following(slot + 1);
      return text;
    }

    private int following(int from) {
      int next = from;
      while (next < slots.length && slots[next] == 0) {
        next++;
      }
      return next;
    }
  }
}
