package org.rollcall.apply;

import java.util.ArrayDeque;

/// Counts the calls that the other side may be counting right now.
///
/// Nobody here knows when exactly the other side counts a call. It does so some time between its
/// sending and its answer. So a call is held against us from its sending until a whole window after
/// its answer. Whoever sends only while fewer than N calls are held makes no more than N arrive in
/// any span of that length, however long the calls took on their way: a server that counts in fixed
/// windows is satisfied, and so is one whose window slides.
///
/// Times are nanoseconds of a clock that is never set; they are compared by their difference, since
/// such a clock may overflow. Not safe for use by several threads.
final class SlidingWindow {
  private final long length;
  private final ArrayDeque<Long> leaving = new ArrayDeque<>();
  private int inFlight;

  SlidingWindow(long length) {
    this.length = length;
  }

  void sent() {
    inFlight++;
  }

  void answered(long now) {
    inFlight--;
    leaving.addLast(now + length);
    forget(now);
  }

  /// Calls held against us at `now`.
  int count(long now) {
    forget(now);
    return inFlight + leaving.size();
  }

  /// This is done even if nobody asks. Otherwise a window that is only told would grow as long as
  /// the run lasts.
  private void forget(long now) {
    while (!leaving.isEmpty() && leaving.peekFirst() - now <= 0) {
      leaving.removeFirst();
    }
  }

  /// Calls not answered yet.
  int inFlight() {
    return inFlight;
  }

  /// Nanoseconds until fewer than `limit` calls are held; where that hangs on answers still to
  /// come, `unknown`.
  long delay(int limit, long now, long unknown) {
    int excess = count(now) - limit + 1;
    if (excess <= 0) {
      return 0;
    }
    return excess > leaving.size()
        ? unknown
        : leaving.stream().skip(excess - 1L).findFirst().orElseThrow() - now;
  }
}
