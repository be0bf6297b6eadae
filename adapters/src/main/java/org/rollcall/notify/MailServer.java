package org.rollcall.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/// The server that sends e-mail.
///
/// @param user empty if the server needs none
/// @param password empty if the server needs none
/// @param patience the longest wait for each step of the SMTP dialogue
public record MailServer(
    String host,
    int port,
    Security security,
    Optional<String> user,
    Optional<String> password,
    Duration patience) {
  /// How the connection is encrypted.
  public enum Security {
    /// Starts unencrypted and switches to TLS before it sends anything; without TLS it sends
    /// nothing.
    STARTTLS,
    /// Encrypted from the first byte.
    TLS,
    /// Not encrypted.
    NONE
  }

  /// Prints no password.
  @Override
  public String toString() {
    return "%s:%d".formatted(host, port);
  }

  /// The properties for Jakarta Mail.
  Properties properties() {
    var wait = Long.toString(patience.toMillis());
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", host);
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
    properties.setProperty("mail.smtp.connectiontimeout", wait);
    properties.setProperty("mail.smtp.timeout", wait);
    properties.setProperty("mail.smtp.writetimeout", wait);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (security) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    return properties;
  }
}
