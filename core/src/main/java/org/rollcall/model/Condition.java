package org.rollcall.model;

import java.util.List;

/// What a roster row must satisfy for its member to be eligible.
public sealed interface Condition {
  /// The column it speaks of.
  String column();

  /// The column holds one of `values`, never empty.
  record OneOf(String column, List<String> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /// The column holds something.
  record NotNull(String column) implements Condition {}

  /// The column holds nothing.
  record IsNull(String column) implements Condition {}
}
