package org.rollcall.doctor;

import java.time.Duration;
import java.util.Optional;

/// What came of knocking at a server.
public sealed interface Reach {
  /// It answered, whatever it said.
  ///
  /// @param ahead how far this machine's clock is ahead of the server's, negative where it is
  ///   behind; empty where the answer had no date
  record Answered(Optional<Duration> ahead) implements Reach {}

  /// Nobody knows the name.
  record NoSuchName() implements Reach {}

  /// The name is known and nobody listens, or not in time.
  record NoConnection() implements Reach {}

  /// Somebody listens whom TLS does not trust.
  record Untrusted() implements Reach {}

  /// The connection came about and no answer.
  record NoAnswer() implements Reach {}
}
