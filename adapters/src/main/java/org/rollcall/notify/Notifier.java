package org.rollcall.notify;

/// Somebody who is told how a run ended.
public interface Notifier {
  /// Who that is, without the secret parts of an address.
  String name();

  /// Tells it once. May take as long as it takes: who calls interrupts what lasts too long.
  ///
  /// @throws Undelivered when it was not taken
  void send(Message message) throws Undelivered, InterruptedException;
}
