package org.rollcall.survey;

import java.time.Duration;
import java.util.Optional;

/// What came of knocking at a server.
public sealed interface Reach {
  /// It answered, whatever it said.
  ///
  /// @param ahead how far this machine's clock is ahead of the server's, negative where it is
  ///   behind; empty where the answer had no date
  /// @param encrypted whether nobody on the way can read along
  record Answered(Optional<Duration> ahead, boolean encrypted) implements Reach {}

  /// It answered that it does not let us in.
  ///
  /// @param why in its own words
  record Refused(String why) implements Reach {}

  /// It speaks no TLS, and the settings want it.
  record NoTls() implements Reach {}

  /// Nobody knows the name.
  record NoSuchName() implements Reach {}

  /// The name is known and nobody listens, or not in time.
  record NoConnection() implements Reach {}

  /// Somebody listens whom TLS does not trust.
  record Untrusted() implements Reach {}

  /// The connection came about and no answer.
  record NoAnswer() implements Reach {}
}
