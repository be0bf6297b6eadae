package org.rollcall.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/// Where e-mail is handed in.
///
/// @param user empty where the server asks for none
/// @param password empty where the server asks for none
/// @param patience the longest wait for each step of the conversation
public record MailServer(
    String host,
    int port,
    Security security,
    Optional<String> user,
    Optional<String> password,
    Duration patience) {
  /// How the conversation is kept secret.
  public enum Security {
    /// Begins in the open and is encrypted before anything is said; else nothing is said.
    STARTTLS,
    /// Encrypted from the first byte.
    TLS,
    /// In the open.
    NONE
  }

  /// Prints no password.
  @Override
  public String toString() {
    return "%s:%d".formatted(host, port);
  }

  /// As Jakarta Mail wants it said.
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
