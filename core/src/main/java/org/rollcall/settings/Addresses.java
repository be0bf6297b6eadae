package org.rollcall.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.model.ConnectionString;
import org.rollcall.model.Placeholder;

/// Reads web addresses that receive a secret. They must be encrypted, unless they point to this
/// machine or the settings explicitly allow it.
final class Addresses {
  private static final int MOST_PORT = 65_535;

  /// Dashboards, whose addresses stand in the browser when somebody looks for the API's.
  private static final Pattern FOR_PEOPLE =
      Pattern.compile(
          "(?i)(?:(?:app|www)\\.)?supabase\\.(?:com|io)|(?:app|www)(?:\\.(?:eu|au))?\\.intercom\\.(?:com|io)");

  private Addresses() {}

  /// The base address of an API in `field`, without a slash at its end; `""` if the field has no
  /// text. A mistake is reported.
  ///
  /// @param plain whether the settings allow an unencrypted address
  static String read(Field field, boolean plain, String expected) {
    var text = exact(field, plain, expected);
    parsed(text).flatMap(address -> faultOfBase(address, expected)).ifPresent(field::unfit);
    return text.replaceAll("/+$", "");
  }

  /// An address of any kind, exactly as written.
  static String exact(Field field, boolean plain, String expected) {
    var text = field.text();
    text.ifPresent(address ->
        fault(address)
            .ifPresentOrElse(
                field::unfit,
                () ->
                    mistake(address, plain, expected)
                        .ifPresent(mistake -> field.report(field.path() + " is " + mistake))));
    return text.orElse("");
  }

  /// The address of a server by itself, such as `https://example.org`; empty for any other text.
  static Optional<URI> ofServer(String text) {
    return parsed(text)
        .filter(Addresses::leadsToHost)
        .filter(address -> address.getRawPath().matches("/?"))
        .filter(address -> address.getRawQuery() == null && address.getRawFragment() == null);
  }

  /// The address of somebody who is sent a secret: by https, or on this machine; empty for any
  /// other text.
  static Optional<URI> ofProvider(String text) {
    return parsed(text)
        .filter(address -> leadsToHost(address) && isSafe(address))
        .filter(address -> address.getRawQuery() == null && address.getRawFragment() == null);
  }

  private static Optional<String> fault(String text) {
    return Placeholder.isIn(text) ? Optional.of(Wrapping.PLACEHOLDER) : Wrapping.fault(text);
  }

  /// What is wrong with the connection string of a database, to follow its name.
  static Optional<String> databaseFault(String text) {
    return Wrapping.fault(text).or(() -> ConnectionString.fault(text));
  }

  private static Optional<String> faultOfBase(URI address, String expected) {
    if (address.getHost() == null) {
      return Optional.empty();
    }
    if (FOR_PEOPLE.matcher(address.getHost()).matches()) {
      return Optional.of("is the address of a page for people; expected " + expected);
    }
    return address.getRawQuery() == null && address.getRawFragment() == null
        ? Optional.empty()
        : Optional.of("has a ? or a # in it; expected " + expected);
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
        && address.getScheme().matches("(?i)https?")
        && address.getPort() <= MOST_PORT;
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
