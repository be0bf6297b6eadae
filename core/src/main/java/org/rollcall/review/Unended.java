package org.rollcall.review;

/// What is known of a run that never said that it ended.
public enum Unended {
  /// It holds its workspace's lease and goes on.
  RUNNING,
  /// Its process ended, or its lease ran out.
  CRASHED,
  /// Nothing tells.
  UNKNOWN
}
