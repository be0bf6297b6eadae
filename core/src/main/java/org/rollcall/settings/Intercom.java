package org.rollcall.settings;

import java.time.Duration;
import java.util.Optional;

/// How Intercom is called.
///
/// @param url where its API is, without a slash at the end, such as `https://api.intercom.io`
/// @param version of the API, as the `Intercom-Version` header says it
/// @param headroom the share of the limit left to others, from 0 to below 1
/// @param concurrency most writes in flight
/// @param listing how the contacts are read
/// @param bulk whether a first load goes by bulk calls; the version has them then
/// @param workspace the only workspace that may be written, by its `id_code`; empty for any
public record Intercom(
    Token token,
    String url,
    String version,
    Pace rate,
    double headroom,
    int concurrency,
    Listing listing,
    boolean bulk,
    Optional<String> workspace,
    Duration connectTimeout,
    Duration requestTimeout) {
  /// How the contacts are read.
  public enum Listing {
    /// A large workspace in parts at once.
    AUTO,
    /// One page after the other, however many there are.
    CHAIN
  }
}
