package org.rollcall.apply;

/// The one door to Intercom. Whatever happens is an [Answer]; nothing is thrown for it.
///
/// Implementations are safe for use by many threads at once.
public interface Gateway {
  /// Sends `request` and waits for the answer.
  ///
  /// @throws InterruptedException when the calling thread is interrupted; the request may have
  ///   landed
  Answer send(Request request) throws InterruptedException;
}
