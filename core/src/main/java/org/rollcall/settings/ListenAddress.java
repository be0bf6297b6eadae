package org.rollcall.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/// Where the service listens.
///
/// @param host a name or an address, without brackets
/// @param port 0 for any free one
public record ListenAddress(String host, int port) {
  /// This machine alone.
  public static final ListenAddress USUAL = new ListenAddress("127.0.0.1", 8377);

  private static final int GREATEST = 65_535;

  /// Reads `127.0.0.1:8377` or `[::1]:8377`; empty for anything else.
  static Optional<ListenAddress> read(String text) {
    try {
      return Optional.of(parse(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The same for a command line.
  ///
  /// @throws IllegalArgumentException with a sentence when it is nothing of the kind
  public static ListenAddress parse(String text) {
    try {
      var there = URI.create("http://" + text);
      if (there.getHost() != null
          && there.getPort() >= 0
          && there.getPort() <= GREATEST
          && there.getRawAuthority().equals(text)
          && there.getRawUserInfo() == null) {
        return new ListenAddress(there.getHost().replaceAll("[\\[\\]]", ""), there.getPort());
      }
    } catch (IllegalArgumentException _) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "'%s' is no address with a port, such as 127.0.0.1:8377 or [::1]:8377.".formatted(text));
  }

  /// Whether only this machine reaches it. An address that is unknown here counts as far.
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
