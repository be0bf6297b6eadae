package org.rollcall.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is told how a run ended. Web addresses are secrets, because anyone who knows one can write
/// to it.
public sealed interface Notify {
  /// When to send a message.
  enum Occasion {
    FAILED,
    PARTIAL,
    /// Somebody failed who did not before, or for another cause, and is not ignored.
    NEW_FAILURES,
    /// Somebody who failed before is right, or the run before failed and this one did not.
    RECOVERED,
    REFUSED,
    PAUSED,
    INTERRUPTED,
    ALWAYS
  }

  /// How a connection to a mail server is encrypted.
  enum Tls {
    STARTTLS,
    IMPLICIT,
    NONE
  }

  /// An incoming webhook as Slack has it.
  record Slack(Secret url, Set<Occasion> when) implements Notify {}

  /// A receiver of signed JSON.
  ///
  /// @param secret shared with the receiver
  record Webhook(Secret url, Secret secret, Set<Occasion> when) implements Notify {}

  /// E-mail by SMTP.
  ///
  /// @param user empty if the server needs none; the password too
  /// @param to at least one address
  record Email(
      String host,
      int port,
      Tls tls,
      Optional<String> user,
      Optional<Secret> password,
      String from,
      List<String> to,
      Set<Occasion> when)
      implements Notify {}

  /// A dead man's switch.
  ///
  /// @param start the suffix of the address when a run begins; empty for no ping then
  /// @param fail the suffix of the address when a run fails; empty for no ping then
  record Heartbeat(Secret url, Optional<String> start, Optional<String> fail) implements Notify {}
}
