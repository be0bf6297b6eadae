package org.rollcall.model;

/// What a member's mapping says about one field.
public sealed interface Wish {
  /// The field should have `value`.
  record Put(Value value) implements Wish {}

  /// The field should be empty.
  record Clear() implements Wish {}

  /// The field keeps whatever Intercom has.
  record Leave() implements Wish {}
}
