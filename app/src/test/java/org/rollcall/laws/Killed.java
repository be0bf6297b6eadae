package org.rollcall.laws;

/// Ends a run at once: no handler of the program's own may catch it.
final class Killed extends Error {
  private static final long serialVersionUID = 1;
}
