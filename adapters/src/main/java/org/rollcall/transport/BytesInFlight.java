package org.rollcall.transport;

import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Bounds the bytes of answers that are in memory at once, over all concurrent calls.
///
/// A small answer always has room. A larger one waits until no other large one is in memory, and
/// none may be larger than the limit. So `n` calls at once hold no more than `n` small answers and
/// one large one, and since only one waits for nothing, one of them always gets on.
public final class BytesInFlight {
  private static final int MEGABYTE = 1 << 20;

  /// For all calls of this process, because all of them share its memory. A page of 150 contacts or
  /// 1,000 rows is seldom larger than a megabyte.
  public static final BytesInFlight OF_THIS_PROCESS = new BytesInFlight(MEGABYTE, 16L * MEGABYTE);

  private final long small;
  private final long limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Room large;

  /// @param small what every answer may hold, in bytes
  /// @param limit what no answer may exceed, in bytes
  public BytesInFlight(long small, long limit) {
    this.small = small;
    this.limit = limit;
  }

  /// Room for one answer. It is to be closed when the answer is no longer in memory.
  public Room room() {
    return new Room();
  }

  /// The room that one answer takes.
  public final class Room implements AutoCloseable {
    private long taken;
    private boolean closed;

    private Room() {}

    /// Reads a body with `handler`, as far as there is room for it. A body that is too large fails
    /// with [TooLarge].
    public <T> BodyHandler<T> bounding(BodyHandler<T> handler) {
      return info -> {
        long announced = info.headers().firstValueAsLong("Content-Length").orElse(0);
        return new BoundedBody<>(handler.apply(info), this, announced > limit);
      };
    }

    @Override
    public void close() {
      lock.lock();
      try {
        closed = true;
        if (large == this) {
          large = null;
        }
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    TooLarge tooLarge() {
      return new TooLarge(limit);
    }

    /// Takes room for more bytes, and waits for it where another large answer is in memory.
    ///
    /// @return false if there is no room, because the answer is too large or nobody waits for it
    ///   any more
    boolean take(long bytes) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        taken += bytes;
        while (!closed && taken > small && taken <= limit && large != null && large != this) {
          changed.await();
        }
        if (closed || taken > limit) {
          return false;
        }
        if (taken > small) {
          large = this;
        }
        return true;
      } finally {
        lock.unlock();
      }
    }
  }
}
