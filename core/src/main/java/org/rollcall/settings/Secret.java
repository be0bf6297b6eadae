package org.rollcall.settings;

/// A text that must not be shown: a token, a key, or a connection string with its password.
///
/// @param value for sending only
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
