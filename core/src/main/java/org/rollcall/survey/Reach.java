package org.rollcall.survey;

import java.time.Duration;
import java.util.Optional;

/// The result of a visit to a server.
public sealed interface Reach {
  /// The server answered, whatever the answer was.
  ///
  /// @param ahead how far this machine's clock is ahead of the server's, negative if it is behind;
  ///   empty if the answer had no date
  /// @param encrypted whether the connection was encrypted
  record Answered(Optional<Duration> ahead, boolean encrypted) implements Reach {}

  /// The server answered that it does not accept the user.
  ///
  /// @param why the reason in the server's words
  record Refused(String why) implements Reach {}

  /// The server does not support TLS, but the settings require it.
  record NoTls() implements Reach {}

  /// No DNS server knows the name.
  record NoSuchName() implements Reach {}

  /// The name is known, but no connection was made in time.
  record NoConnection() implements Reach {}

  /// The server's TLS certificate is not trusted.
  record Untrusted() implements Reach {}

  /// A connection was made, but no answer came.
  record NoAnswer() implements Reach {}
}
