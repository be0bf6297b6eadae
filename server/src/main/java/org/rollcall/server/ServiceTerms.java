package org.rollcall.server;

import org.rollcall.server.web.ListenAddress;

/// What whoever starts the service says about it.
///
/// @param listen where it answers
/// @param runs how many runs may go on in this process at once, at least 1
public record ServiceTerms(ListenAddress listen, int runs) {
  /// How many runs go on at once where nobody says.
  public static final int USUAL_RUNS = 4;
}
