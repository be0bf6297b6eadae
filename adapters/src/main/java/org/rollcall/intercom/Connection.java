package org.rollcall.intercom;

import java.net.URI;
import java.time.Duration;

/// How to reach Intercom.
///
/// @param base the address in front of every path, such as `https://api.eu.intercom.io`; the
///   settings say whether it may be unencrypted
/// @param token the access token of the workspace
/// @param version the API version in every call; without it Intercom would use the app's own
///   version, which may be as old as 1.0
/// @param userAgent the name that Rollcall sends: `Rollcall/1.2.3`
/// @param connectTimeout the longest time to make a connection
/// @param answerTimeout the longest time from sending a request to receiving the whole answer
public record Connection(
    URI base,
    AccessToken token,
    String version,
    String userAgent,
    Duration connectTimeout,
    Duration answerTimeout) {
  /// The newest version whose published description was available to write this code against.
  public static final String DEFAULT_VERSION = "2.16";

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /// A connection with the default version and timeouts.
  public static Connection to(URI base, AccessToken token, String userAgent) {
    return new Connection(base, token, DEFAULT_VERSION, userAgent, CONNECT, ANSWER);
  }

  /// This connection with another API version.
  public Connection withVersion(String other) {
    return new Connection(base, token, other, userAgent, connectTimeout, answerTimeout);
  }

  /// This connection with other timeouts.
  public Connection withTimeouts(Duration connect, Duration answer) {
    return new Connection(base, token, version, userAgent, connect, answer);
  }

  /// The address of `path`, which starts with a slash and is already percent-encoded.
  URI address(String path) {
    var root = base.toString();
    return URI.create(
        root.endsWith("/") ? root.substring(0, root.length() - 1) + path : root + path);
  }
}
