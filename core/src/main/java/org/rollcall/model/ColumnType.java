package org.rollcall.model;

/// The type of a roster column. Expressions are checked against it before anything is read.
public enum ColumnType {
  TEXT,
  INTEGER,
  NUMBER,
  BOOLEAN,
  /// Text in the form `2026-01-31`.
  DATE,
  /// Text in the form `2026-01-31T08:00:00+00:00`.
  TIMESTAMP
}
