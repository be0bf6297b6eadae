package org.rollcall.sandbox;

/// What becomes of a request on the wire.
public sealed interface WireResult {
  /// An answer came.
  record Answered(WireResponse response) implements WireResult {}

  /// The connection was closed without an answer.
  record Reset() implements WireResult {}

  /// No answer came, and the connection stayed open until the caller lost patience.
  record Hung() implements WireResult {}
}
