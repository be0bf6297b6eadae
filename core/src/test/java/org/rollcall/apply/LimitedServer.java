package org.rollcall.apply;

import java.time.Duration;
import java.util.ArrayDeque;

/// How a server may count calls. Its headers speak in whole seconds, as Intercom's do.
abstract class LimitedServer {
  static final long SECOND = 1_000_000_000L;
  static final long WINDOW = 10 * SECOND;

  final int limit;

  LimitedServer(int limit) {
    this.limit = limit;
  }

  /// Counts a call that arrives at `now`; false where it is one too many.
  abstract boolean takes(long now);

  /// Calls counted at `now`.
  abstract int used(long now);

  /// When the present window ends, as the server understands it.
  abstract long reset(long now);

  Quota quota(long now) {
    var seconds = Math.ceilDiv(reset(now), SECOND) - Math.floorDiv(now, SECOND);
    return new Quota(
        limit, Math.max(0, limit - used(now)), Duration.ofSeconds(Math.clamp(seconds, 0, 11)));
  }

  /// Windows that follow one another, the first of them begun `offset` before time zero.
  static LimitedServer fixed(int limit, long offset) {
    return new LimitedServer(limit) {
      private long window = Long.MIN_VALUE;
      private int used;

      @Override
      boolean takes(long now) {
        roll(now);
        if (used == limit) {
          return false;
        }
        used++;
        return true;
      }

      @Override
      int used(long now) {
        roll(now);
        return used;
      }

      @Override
      long reset(long now) {
        return (Math.floorDiv(now + offset, WINDOW) + 1) * WINDOW - offset;
      }

      private void roll(long now) {
        var current = Math.floorDiv(now + offset, WINDOW);
        if (current != window) {
          window = current;
          used = 0;
        }
      }
    };
  }

  /// A window that always reaches back ten seconds from now.
  ///
  /// @param reset what it says of the window's end, given the time and that of the oldest call
  static LimitedServer sliding(int limit, Reset reset) {
    return new LimitedServer(limit) {
      private final ArrayDeque<Long> calls = new ArrayDeque<>();

      @Override
      boolean takes(long now) {
        if (used(now) == limit) {
          return false;
        }
        calls.addLast(now);
        return true;
      }

      @Override
      int used(long now) {
        while (!calls.isEmpty() && calls.peekFirst() <= now - WINDOW) {
          calls.removeFirst();
        }
        return calls.size();
      }

      @Override
      long reset(long now) {
        return reset.end(now, calls.isEmpty() ? now : calls.peekFirst());
      }
    };
  }

  /// Whether a sliding window is said to end with its oldest call or with the newest.
  enum Reset {
    OF_THE_OLDEST,
    OF_THE_NEWEST;

    long end(long now, long oldest) {
      return switch (this) {
        case OF_THE_OLDEST -> oldest + WINDOW;
        case OF_THE_NEWEST -> now + WINDOW;
      };
    }
  }
}
