package org.rollcall.server;

import java.util.Optional;
import org.rollcall.settings.ListenAddress;

/// What whoever starts the service says about it.
///
/// @param listen where it answers; empty for what the settings say
/// @param runs how many runs may go on in this process at once, at least 1
public record ServiceTerms(Optional<ListenAddress> listen, int runs) {
  /// How many runs go on at once where nobody says.
  public static final int USUAL_RUNS = 4;
}
