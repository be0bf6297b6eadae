package org.rollcall.model;

import java.util.List;

/// A condition on a roster row; a member is eligible if all conditions are met.
public sealed interface Condition {
  /// The column that it tests.
  String column();

  /// The column has one of `values`, which is never empty.
  record OneOf(String column, List<String> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /// The column is not null.
  record NotNull(String column) implements Condition {}

  /// The column is null.
  record IsNull(String column) implements Condition {}
}
