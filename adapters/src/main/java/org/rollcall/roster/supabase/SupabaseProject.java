package org.rollcall.roster.supabase;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/// The project to read from, and how.
///
/// @param url the project's base, `https://ref.supabase.co`, without `/rest/v1`
/// @param key the key for the API
/// @param agent the program's name for the server, `Rollcall/1.0`; Supabase refuses secret keys
///   from anything that looks like a browser
/// @param pageSize the rows to request at once; the server may return fewer
/// @param timeout how long a whole answer may take
public record SupabaseProject(
    URI url, SupabaseKey key, String agent, int pageSize, Duration timeout) {
  /// The database role of every key that may read the whole roster.
  public static final String ROLE = Judge.ROLE;

  private static final int PAGE_SIZE = 1000;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /// @throws IllegalArgumentException when the page size is less than one
  public SupabaseProject {
    if (pageSize < 1) {
      throw new IllegalArgumentException("A page holds at least one row.");
    }
  }

  /// Starts a request about `schema`.
  HttpRequest.Builder request(URI address, String schema) {
    return HttpRequest.newBuilder(address)
        .timeout(timeout)
        .headers(key.headers().toArray(String[]::new))
        .header("User-Agent", agent)
        .header("Accept", "application/json")
        .header("Accept-Profile", schema);
  }

  /// The project with pages of 1,000 rows, Supabase's maximum.
  public static SupabaseProject of(URI url, String key, String agent) {
    return new SupabaseProject(url, SupabaseKey.of(key), agent, PAGE_SIZE, TIMEOUT);
  }

  /// This project with another page size.
  public SupabaseProject withPageSize(int rows) {
    return new SupabaseProject(url, key, agent, rows, timeout);
  }

  /// This project with another timeout.
  public SupabaseProject withTimeout(Duration patience) {
    return new SupabaseProject(url, key, agent, pageSize, patience);
  }
}
