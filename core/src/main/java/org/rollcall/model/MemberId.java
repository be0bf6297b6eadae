package org.rollcall.model;

/// A member's number in the roster, as text. It may contain letters, and numbers keep every digit.
///
/// Intercom has the same text as a contact's `external_id`.
///
/// @param value never blank; surrounding blanks and all invisible characters are removed
public record MemberId(String value) implements Comparable<MemberId> {
  /// @throws IllegalArgumentException when `value` is blank
  public MemberId {
    value = Invisible.without(value).strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException("A member number cannot be blank.");
    }
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
