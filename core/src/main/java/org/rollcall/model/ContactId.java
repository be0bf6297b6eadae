package org.rollcall.model;

/// Intercom's own id of a contact: opaque, unique in its workspace, never reused.
///
/// @param value never blank
public record ContactId(String value) implements Comparable<ContactId> {
  /// @throws IllegalArgumentException when `value` is blank
  public ContactId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A contact id cannot be blank.");
    }
  }

  @Override
  public int compareTo(ContactId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
