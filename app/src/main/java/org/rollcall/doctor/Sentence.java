package org.rollcall.doctor;

/// Others' words inside our own.
final class Sentence {
  private Sentence() {}

  /// Without the full stop that it may end with, so that ours is the only one.
  static String part(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
