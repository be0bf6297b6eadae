package org.rollcall.notify;

/// Tells somebody how a run ended.
public interface Notifier {
  /// The receiver, without the secret parts of its address.
  String name();

  /// Sends the message once. It may take any time; the caller interrupts it when it takes too long.
  ///
  /// @throws Undelivered when the message was not accepted
  void send(Message message) throws Undelivered, InterruptedException;
}
