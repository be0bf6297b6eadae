package org.rollcall.intercom;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/// Where Intercom is and how to speak to it.
///
/// @param base the address every path is put behind, such as `https://api.eu.intercom.io`
/// @param token opens the workspace
/// @param version the API version asked for in every call; without one Intercom would fall back to
///   whatever the app was made with, down to 1.0
/// @param userAgent how Rollcall calls itself: `Rollcall/1.2.3`
/// @param connectTimeout how long a connection may take to come about
/// @param answerTimeout how long the whole of an answer may take from the sending of its request
public record Connection(
    URI base,
    AccessToken token,
    String version,
    String userAgent,
    Duration connectTimeout,
    Duration answerTimeout) {
  /// The newest version whose published description was there to write against.
  public static final String DEFAULT_VERSION = "2.16";

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /// @throws IllegalArgumentException when `base` would send the token in the clear over a network
  public Connection {
    if (!"https".equals(base.getScheme()) && !isLoopback(base)) {
      throw new IllegalArgumentException(
          "Intercom's address must begin with https://, or the token could be read on its way; plain http:// is for this machine only.");
    }
  }

  /// The usual version and timeouts.
  public static Connection to(URI base, AccessToken token, String userAgent) {
    return new Connection(base, token, DEFAULT_VERSION, userAgent, CONNECT, ANSWER);
  }

  /// The same with another API version.
  public Connection withVersion(String other) {
    return new Connection(base, token, other, userAgent, connectTimeout, answerTimeout);
  }

  /// The same with other timeouts.
  public Connection withTimeouts(Duration connect, Duration answer) {
    return new Connection(base, token, version, userAgent, connect, answer);
  }

  /// The address of `path`, which begins with a slash and is percent-encoded already.
  URI address(String path) {
    var root = base.toString();
    return URI.create(
        root.endsWith("/") ? root.substring(0, root.length() - 1) + path : root + path);
  }

  private static boolean isLoopback(URI base) {
    return "http".equals(base.getScheme())
        && base.getHost() != null
        && LOOPBACK.contains(base.getHost());
  }
}
