package org.rollcall.model;

/// A member's number in the roster, as text. It may contain letters, and numbers keep every digit.
///
/// Intercom has the same text as a contact's `external_id`.
///
/// @param value what is seen of the text that it was made of; never blank
public record MemberId(String value) implements Comparable<MemberId> {
  /// @throws IllegalArgumentException when `value` is blank
  public MemberId {
    value = Visible.of(value);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("A member number cannot be blank.");
    }
  }

  /// Whether `text` is this number, or looks like it.
  public boolean isSeenIn(String text) {
    return value.equals(text) || value.equals(Visible.of(text));
  }

  @Override
  public int compareTo(MemberId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
