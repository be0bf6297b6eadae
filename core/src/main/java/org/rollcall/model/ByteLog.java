package org.rollcall.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Records of bytes, one behind the other, in large arrays: a million small ones take what their
/// bytes take, where a million objects take several times as much.
///
/// Appended to by one thread, then read by any number.
public final class ByteLog {
  private static final int CHUNK_BITS = 18;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final List<byte[]> chunks = new ArrayList<>();
  private int used = CHUNK;

  /// Appends the first `length` of `bytes`; they are copied.
  ///
  /// @return the address under which they are found again
  /// @throws IllegalStateException when two gigabytes are full
  public int append(byte[] bytes, int length) {
    if (chunks.isEmpty() || used + length > CHUNK) {
      begin(length);
    }
    int address = ((chunks.size() - 1) << CHUNK_BITS) + used;
    System.arraycopy(bytes, 0, chunks.getLast(), used, length);
    used += length;
    return address;
  }

  /// The bytes from `address` on. Where a record ends is for the reader to know.
  public ByteBuffer at(int address) {
    var chunk = chunks.get(address >>> CHUNK_BITS);
    int from = address & (CHUNK - 1);
    return ByteBuffer.wrap(chunk, from, chunk.length - from);
  }

  /// A record longer than a chunk gets one of its own, which then is full.
  private void begin(int length) {
    if (chunks.size() > Integer.MAX_VALUE >>> CHUNK_BITS) {
      throw new IllegalStateException("More than two gigabytes of people cannot be held.");
    }
    chunks.add(new byte[Math.max(CHUNK, length)]);
    used = 0;
  }
}
