package org.rollcall.settings;

/// A text that must not be seen: a token, a key, a connection string with its password.
///
/// @param value for the one who sends it, and for nobody else
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
