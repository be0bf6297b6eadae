package org.rollcall.intercom;

/// Sends calls to Intercom and returns the answers, over HTTP or to a stand-in within this JVM.
///
/// Implementations are thread-safe and never retry.
@FunctionalInterface
public interface Wire {
  /// Sends one call. Every failure is returned as an answer.
  ///
  /// @throws InterruptedException when the calling thread is interrupted; Intercom may have carried
  ///   out the call
  WireAnswer exchange(Call call) throws InterruptedException;
}
