package org.rollcall.intercom;

import java.util.function.Function;

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

  /// Sends one call and gives back what `read` makes of its answer. The answer counts as held in
  /// memory until it is read.
  default <T> T exchange(Call call, Function<WireAnswer, T> read) throws InterruptedException {
    return read.apply(exchange(call));
  }
}
