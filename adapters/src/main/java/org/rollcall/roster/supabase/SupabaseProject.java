package org.rollcall.roster.supabase;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/// The project to read from and how.
///
/// @param url the project's base, `https://ref.supabase.co`, without `/rest/v1`
/// @param key opens the API
/// @param agent what the program calls itself to the server, `Rollcall/1.0`; Supabase refuses
///   secret keys to whatever looks like a browser
/// @param pageSize rows asked for at once; the server may give fewer
/// @param timeout how long an answer may take, its body included
public record SupabaseProject(
    URI url, SupabaseKey key, String agent, int pageSize, Duration timeout) {
  private static final int PAGE_SIZE = 1000;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /// @throws IllegalArgumentException when a page would hold nothing
  public SupabaseProject {
    if (pageSize < 1) {
      throw new IllegalArgumentException("A page holds at least one row.");
    }
  }

  /// The beginning of a question about what is in `schema`.
  HttpRequest.Builder request(URI address, String schema) {
    return HttpRequest.newBuilder(address)
        .timeout(timeout)
        .headers(key.headers().toArray(String[]::new))
        .header("User-Agent", agent)
        .header("Accept", "application/json")
        .header("Accept-Profile", schema);
  }

  /// The project read by pages of 1,000, as many as Supabase gives at once.
  public static SupabaseProject of(URI url, String key, String agent) {
    return new SupabaseProject(url, SupabaseKey.of(key), agent, PAGE_SIZE, TIMEOUT);
  }

  /// The same, read by pages of this size.
  public SupabaseProject withPageSize(int rows) {
    return new SupabaseProject(url, key, agent, rows, timeout);
  }

  /// The same, with this much patience for one answer.
  public SupabaseProject withTimeout(Duration patience) {
    return new SupabaseProject(url, key, agent, pageSize, patience);
  }
}
