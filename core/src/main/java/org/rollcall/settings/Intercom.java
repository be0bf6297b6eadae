package org.rollcall.settings;

import java.time.Duration;
import java.util.Optional;

/// How to call Intercom.
///
/// @param url the address of its API without a slash at the end, such as `https://api.intercom.io`
/// @param version the API version for the `Intercom-Version` header
/// @param headroom the share of the rate limit left to other programs, at least 0 and below 1
/// @param concurrency the maximum number of writes in flight
/// @param listing how the contacts are read
/// @param archived how archived and blocked contacts are found
/// @param bulk whether a first load uses bulk calls; if so, the version has them
/// @param workspace the `id_code` of the only workspace that may be written; empty for any
/// @param patience how long to wait for Intercom while it takes no writes
public record Intercom(
    Token token,
    String url,
    String version,
    Pace rate,
    double headroom,
    int concurrency,
    Listing listing,
    Archived archived,
    boolean bulk,
    Optional<String> workspace,
    Duration connectTimeout,
    Duration requestTimeout,
    Duration patience) {
  /// How long to wait for Intercom if the settings say nothing.
  public static final Duration USUAL_PATIENCE = Duration.ofMinutes(10);

  /// How the contacts are read.
  public enum Listing {
    /// Reads a large workspace in parallel parts.
    AUTO,
    /// Reads one page after the other.
    CHAIN
  }

  /// How archived and blocked contacts are found.
  public enum Archived {
    /// From Intercom's list where a member has no contact and the list exists; else as they are
    /// met.
    AUTO,
    /// From Intercom's list, which must exist.
    LIST,
    /// As they are met: Intercom names them when it refuses to make a contact a second time.
    DISCOVER
  }
}
