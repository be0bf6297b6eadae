package org.rollcall.intercom;

/// Carries calls to Intercom and answers back; over HTTP, or within this JVM to a stand-in.
///
/// Implementations are safe for use by many threads at once, and retry nothing.
@FunctionalInterface
public interface Wire {
  /// Carries one call. Whatever goes wrong is an answer.
  ///
  /// @throws InterruptedException when the calling thread is interrupted; the call may have landed
  WireAnswer exchange(Call call) throws InterruptedException;
}
