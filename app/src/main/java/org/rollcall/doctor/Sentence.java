package org.rollcall.doctor;

/// A text of another program inside our own sentence.
final class Sentence {
  private Sentence() {}

  /// The text without its full stop, because our sentence has its own.
  static String part(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
