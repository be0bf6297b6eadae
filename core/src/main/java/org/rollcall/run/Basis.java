package org.rollcall.run;

/// What a run's figures rest on.
public enum Basis {
  /// What Intercom answered.
  INTERCOM,
  /// The roster, and what earlier runs left in Intercom; it was not called.
  INDEX,
  /// The roster alone; nobody knows which contacts there are.
  ROSTER
}
