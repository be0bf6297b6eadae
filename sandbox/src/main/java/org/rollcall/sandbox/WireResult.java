package org.rollcall.sandbox;

/// The result of a request on the wire.
public sealed interface WireResult {
  /// An answer came.
  record Answered(WireResponse response) implements WireResult {}

  /// The connection was closed without an answer.
  record Reset() implements WireResult {}

  /// No answer came, and the connection stayed open until the caller gave up.
  record Hung() implements WireResult {}
}
