package org.rollcall.cli;

/// The form of a log.
enum LogFormat {
  /// Lines for people.
  TEXT,
  /// One JSON object a line.
  JSON
}
