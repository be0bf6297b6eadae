package org.rollcall.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.rollcall.model.Placeholder;

/// Reads web addresses that receive a secret. They must be encrypted, unless they point to this
/// machine or the settings explicitly allow it.
final class Addresses {
  private Addresses() {}

  /// The address in `field`, without a slash at its end; `""` if the field has no text. A mistake
  /// is reported.
  ///
  /// @param plain whether the settings allow an unencrypted address
  static String read(Field field, boolean plain, String expected) {
    return exact(field, plain, expected).replaceAll("/+$", "");
  }

  /// The same, but exactly as written.
  static String exact(Field field, boolean plain, String expected) {
    var text = field.text();
    text.flatMap(address -> mistake(field, address, plain, expected)).ifPresent(field::report);
    return text.orElse("");
  }

  private static Optional<String> mistake(
      Field field, String text, boolean plain, String expected) {
    return Placeholder.isIn(text)
        ? Optional.of(field.placeholder())
        : mistake(text, plain, expected).map(mistake -> field.path() + " is " + mistake);
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
