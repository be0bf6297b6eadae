package org.rollcall.config;

import java.util.Optional;
import java.util.Set;

/// Somebody to be told how a run ended.
///
/// @param to where
/// @param when after which runs
public record Notification(To to, Set<When> when) {
  public Notification {
    when = Set.copyOf(when);
  }

  /// Where a message goes. An address holds a secret: whoever knows it may post there.
  public sealed interface To {
    /// A Slack-compatible incoming webhook.
    record Slack(Secret url) implements To {}

    /// Any program that takes JSON.
    ///
    /// @param secret signs each message; empty to send it unsigned
    record Webhook(Secret url, Optional<Secret> secret) implements To {}
  }

  /// After which runs somebody is told.
  public enum When {
    FAILED,
    PARTIAL,
    REFUSED,
    INTERRUPTED,
    ALWAYS
  }
}
