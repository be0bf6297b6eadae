package org.rollcall.model;

/// What a roster column holds; expressions are checked against it before anything is read.
public enum ColumnType {
  TEXT,
  INTEGER,
  NUMBER,
  BOOLEAN,
  /// Text of the form `2026-01-31`.
  DATE,
  /// Text of the form `2026-01-31T08:00:00+00:00`.
  TIMESTAMP
}
