package org.rollcall.model;

/// What a member's mapping says of one field.
public sealed interface Wish {
  /// The field shall hold `value`.
  record Put(Value value) implements Wish {}

  /// The field shall be empty.
  record Clear() implements Wish {}

  /// The field is none of our business: whatever Intercom holds stays.
  record Leave() implements Wish {}
}
