package org.rollcall.model;

/// The kind of [Value] that a field's mapping gives, as far as it is known before rows are read.
public enum ValueKind {
  /// [Value.Text] or [Value.Email].
  TEXT,
  /// [Value.Numeric], including times.
  NUMBER,
  /// [Value.Flag].
  FLAG,
  /// Any kind; it may differ between rows.
  ANY
}
