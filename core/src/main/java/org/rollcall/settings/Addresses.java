package org.rollcall.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Web addresses to which a secret is sent: encrypted, unless they lead to this very machine or the
/// settings allow it in so many words.
final class Addresses {
  private Addresses() {}

  /// The address that `field` holds, without a slash at its end; `""`, having told why, when it
  /// holds none.
  ///
  /// @param plain whether the settings allow an address that is not encrypted
  static String read(Field field, boolean plain, String expected) {
    return exact(field, plain, expected).replaceAll("/+$", "");
  }

  /// The same, to the letter.
  static String exact(Field field, boolean plain, String expected) {
    var text = field.text();
    text.flatMap(address -> mistake(address, plain, expected))
        .ifPresent(mistake -> field.report(field.path() + " is " + mistake));
    return text.orElse("");
  }

  private static Optional<String> mistake(String text, boolean plain, String expected) {
    var address = parsed(text).filter(Addresses::leadsToHost);
    if (address.isEmpty()) {
      return Optional.of("no web address; expected " + expected);
    }
    return plain || isSafe(address.get())
        ? Optional.empty()
        : Optional.of(
            "plain http, which shows the secret to everyone on the way; expected https, or allow_plain_http: true beside it");
  }

  private static boolean leadsToHost(URI address) {
    return address.getHost() != null
        && address.getScheme() != null
        && address.getScheme().matches("(?i)https?");
  }

  private static boolean isSafe(URI address) {
    return address.getScheme().equalsIgnoreCase("https") || isLoopback(address.getHost());
  }

  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
