package org.rollcall.config;

import java.time.Duration;
import java.util.Optional;

/// How Intercom is called.
///
/// @param url where its API is, without a slash at the end, such as `https://api.intercom.io`
/// @param version of the API, as the `Intercom-Version` header says it
/// @param headroom calls in each window left to others
/// @param concurrency most writes in flight
/// @param workspace the only workspace that may be written, by its `id_code`; empty for any
public record Intercom(
    Token token,
    String url,
    String version,
    Rate rate,
    int headroom,
    int concurrency,
    Optional<String> workspace,
    Duration connectTimeout,
    Duration requestTimeout) {}
