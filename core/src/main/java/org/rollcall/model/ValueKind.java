package org.rollcall.model;

/// What kind of [Value] a field's mapping yields, as far as that is known before any row is read.
public enum ValueKind {
  /// [Value.Text] or [Value.Email].
  TEXT,
  /// [Value.Numeric], times among them.
  NUMBER,
  /// [Value.Flag].
  FLAG,
  /// It may be any, from row to row.
  ANY
}
