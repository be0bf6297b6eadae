package org.rollcall.roster.supabase;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Rows;
import org.rollcall.roster.Stops;
import org.rollcall.run.RunStopped;

/// Knows what PostgREST, the gateway and the edge before it say, and what it means.
final class Judge {
  /// The database role of every key that opens the whole roster.
  static final String ROLE = "service_role";

  private static final Pattern TOTAL = Pattern.compile("(?:\\d+-\\d+|\\*)/(\\d+)");
  private static final Pattern DENIED = Pattern.compile("permission denied for \\w+ (\\S+)");

  private final RosterQuery query;
  private final SupabaseKey key;

  Judge(RosterQuery query, SupabaseKey key) {
    this.query = query;
    this.key = key;
  }

  /// What `response` to a question about `table` means.
  Verdict verdict(String table, HttpResponse<String> response) {
    var status = response.statusCode();
    if (status == 200 || status == 206) {
      return rows(response);
    }
    var trouble = Trouble.in(response.body());
    return switch (trouble.code()) {
      case "PGRST200", "PGRST201" -> new Verdict.NoForeignKey();
      case "PGRST106", "PGRST205", "42P01", "42703", "22P02", "42883", "PGRST100" ->
          new Verdict.Final(Stops.unknown(said(trouble)));
      case "42501" -> new Verdict.Final(Stops.notGranted(query, denied(trouble, table), ROLE));
      case "57014" -> new Verdict.TooSlow("the database cancelled the query for taking too long");
      default -> byStatus(status, trouble, response.headers());
    };
  }

  private static Verdict rows(HttpResponse<String> response) {
    return Rows.rows(response.body())
        .<Verdict>map(rows -> new Verdict.Rows(new Page(rows, total(response.headers()))))
        .orElseGet(() ->
            new Verdict.Passing("the answer was cut off or was not rows in JSON", Duration.ZERO));
  }

  private Verdict byStatus(int status, Trouble trouble, HttpHeaders headers) {
    return switch (status) {
      case 401 -> new Verdict.Final(refusedKey(trouble));
      case 402 ->
          stop(
              "The Supabase project is over its quota or its bill is open (HTTP 402): see Billing in its dashboard.");
      case 429 ->
          new Verdict.Passing("Supabase asked for fewer requests (HTTP 429)", after(headers));
      case 540 -> stop("The Supabase project is paused (HTTP 540): restore it in its dashboard.");
      default -> byClass(status, trouble, headers);
    };
  }

  private Verdict byClass(int status, Trouble trouble, HttpHeaders headers) {
    if (status >= 500) {
      return new Verdict.Passing(
          "Supabase answered HTTP %d %s".formatted(status, said(trouble)), after(headers));
    }
    if (status == 403 && !trouble.legible()) {
      return new Verdict.Passing("a firewall before Supabase answered HTTP 403", Duration.ZERO);
    }
    if (status >= 300 && status < 400) {
      return stop(
          "The Supabase address redirects elsewhere (HTTP %d). Set SUPABASE_URL to the address it redirects to: a key is never sent to another server."
              .formatted(status));
    }
    if (!trouble.legible()) {
      return stop(
          "The Supabase address does not answer as a REST API (HTTP %d). SUPABASE_URL is the project's base, like https://ref.supabase.co."
              .formatted(status));
    }
    return stop(
        "Supabase refused to show the roster (HTTP %d): %s.".formatted(status, said(trouble)));
  }

  private RunStopped refusedKey(Trouble trouble) {
    return Stops.failed(
        "Supabase refused the key (HTTP 401): %s. Check SUPABASE_SERVICE_ROLE_KEY against Project Settings › API Keys of this project."
            .formatted(said(trouble)));
  }

  private static Verdict stop(String sentence) {
    return new Verdict.Final(Stops.failed(sentence));
  }

  private String said(Trouble trouble) {
    return key.conceal(trouble.words());
  }

  private static String denied(Trouble trouble, String table) {
    var matcher = DENIED.matcher(trouble.message());
    var named = matcher.find() ? matcher.group(1) : table;
    return trouble.message().contains("for schema") ? table : named;
  }

  private static Duration after(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(Duration.ZERO);
  }

  private static OptionalLong total(HttpHeaders headers) {
    var matcher = TOTAL.matcher(headers.firstValue("Content-Range").orElse(""));
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}
