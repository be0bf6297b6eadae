package org.rollcall.apply;

import java.time.Duration;

/// Lets time pass. The program sleeps; a test moves its clock.
@FunctionalInterface
public interface Waiter {
  /// Returns when `duration` has passed; at once when it is zero or negative.
  ///
  /// @throws InterruptedException when the calling thread is interrupted while waiting
  void await(Duration duration) throws InterruptedException;
}
