package org.rollcall.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Stores byte records one after the other in large arrays. A million small records take only the
/// memory of their bytes, while a million objects would take several times as much.
///
/// One thread appends; then any number may read.
public final class ByteLog {
  private static final int CHUNK_BITS = 18;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final List<byte[]> chunks = new ArrayList<>();
  private int used = CHUNK;

  /// Appends a copy of the first `length` bytes.
  ///
  /// @return the address for reading them
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

  /// The bytes from `address` on. The reader must know where the record ends.
  public ByteBuffer at(int address) {
    var chunk = chunks.get(address >>> CHUNK_BITS);
    int from = address & (CHUNK - 1);
    return ByteBuffer.wrap(chunk, from, chunk.length - from);
  }

  /// Starts a new chunk. A record longer than a chunk gets a chunk of its own, which is then full.
  private void begin(int length) {
    if (chunks.size() > Integer.MAX_VALUE >>> CHUNK_BITS) {
      throw new IllegalStateException("More than two gigabytes of people cannot be held.");
    }
    chunks.add(new byte[Math.max(CHUNK, length)]);
    used = 0;
  }
}
