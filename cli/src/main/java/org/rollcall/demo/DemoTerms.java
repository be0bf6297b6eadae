package org.rollcall.demo;

import org.rollcall.settings.ListenAddress;

/// What whoever starts the demo says about it.
///
/// @param members eligible members of the largest union; at least 1
/// @param days how many days of history it has; at least 4
/// @param listen where the service answers
public record DemoTerms(int members, int days, ListenAddress listen) {
  /// Enough to look like a union, and to be ready soon.
  public static final int USUAL_MEMBERS = 1_600;

  public static final int YEAR = 365;

  /// Any free port of this machine.
  public static final ListenAddress ANYWHERE = new ListenAddress("127.0.0.1", 0);
}
