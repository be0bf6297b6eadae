package org.rollcall.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is told how a run ended. Web addresses are secrets: whoever knows one can write to it.
public sealed interface Notify {
  /// When somebody is told.
  enum Occasion {
    FAILED,
    PARTIAL,
    REFUSED,
    INTERRUPTED,
    ALWAYS
  }

  /// How a conversation with a mail server is kept secret.
  enum Tls {
    STARTTLS,
    IMPLICIT,
    NONE
  }

  /// An incoming webhook as Slack has them.
  record Slack(Secret url, Set<Occasion> when) implements Notify {}

  /// A receiver of signed JSON.
  ///
  /// @param secret shared with it
  record Webhook(Secret url, Secret secret, Set<Occasion> when) implements Notify {}

  /// E-mail by SMTP.
  ///
  /// @param user empty where the server asks for none, and so the password
  /// @param to at least one
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
  /// @param start what is added to the address when a run begins; empty to tell no beginning
  /// @param fail what is added when a run fails; empty to keep silent then
  record Heartbeat(Secret url, Optional<String> start, Optional<String> fail) implements Notify {}
}
