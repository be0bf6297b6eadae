package org.rollcall.intercom;

import java.time.Duration;

/// Is told of each call after its answer, or its lack. For many threads, which it must not hold up.
@FunctionalInterface
public interface CallListener {
  /// @param status of the answer; empty text is never given
  void called(CallKind kind, String status, Duration took);
}
