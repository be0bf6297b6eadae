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

/// Interprets the answers of PostgREST, of the gateway and of the servers in front of them.
final class Judge {
  /// The database role of every key that may read the whole roster.
  static final String ROLE = "service_role";

  private static final Pattern TOTAL = Pattern.compile("(?:\\d+-\\d+|\\*)/(\\d+)");
  private static final Pattern DENIED = Pattern.compile("permission denied for \\w+ (\\S+)");

  private final RosterQuery query;
  private final SupabaseKey key;

  Judge(RosterQuery query, SupabaseKey key) {
    this.query = query;
    this.key = key;
  }

  /// The meaning of `response` to a question about `table`.
  Verdict verdict(String table, HttpResponse<String> response) {
    var status = response.statusCode();
    if (status == 200 || status == 206) {
      return rows(response);
    }
    var error = ErrorBody.in(response.body());
    return switch (error.code()) {
      case "PGRST200", "PGRST201" -> new Verdict.NoForeignKey();
      case "PGRST106", "42P01", "42703", "22P02", "42883", "PGRST100" ->
          new Verdict.Final(Stops.unknown(said(error)));
      case "PGRST205" -> new Verdict.Unlisted(Stops.unlisted(said(error)));
      case "42501" -> new Verdict.Final(Stops.notGranted(query, denied(error, table), ROLE));
      case "57014" -> new Verdict.TooSlow("the database cancelled the query for taking too long");
      case "55P03" -> new Verdict.Locked("a table was locked for longer than the database waits");
      default -> byStatus(status, error, response.headers());
    };
  }

  private static Verdict rows(HttpResponse<String> response) {
    return Rows.rows(response.body())
        .<Verdict>map(rows -> new Verdict.Rows(new Page(rows, total(response.headers()))))
        .orElseGet(() ->
            new Verdict.Passing("the answer was cut off or was not rows in JSON", Duration.ZERO));
  }

  private Verdict byStatus(int status, ErrorBody error, HttpHeaders headers) {
    return switch (status) {
      case 401 -> new Verdict.Final(refusedKey(error));
      case 402 ->
          stop(
              "The Supabase project is over its quota or has an unpaid bill (HTTP 402): see Billing in its dashboard.");
      case 429 ->
          new Verdict.Passing("Supabase asked for fewer requests (HTTP 429)", after(headers));
      case 540 -> stop("The Supabase project is paused (HTTP 540): restore it in its dashboard.");
      default -> byClass(status, error, headers);
    };
  }

  private Verdict byClass(int status, ErrorBody error, HttpHeaders headers) {
    if (status >= 500) {
      return new Verdict.Passing(
          "Supabase answered HTTP %d %s".formatted(status, said(error)), after(headers));
    }
    if (status == 403 && !error.legible()) {
      return new Verdict.Passing("a firewall before Supabase answered HTTP 403", Duration.ZERO);
    }
    if (status >= 300 && status < 400) {
      return stop(
          "The Supabase address redirects elsewhere (HTTP %d). Set SUPABASE_URL to the address it redirects to: a key is never sent to another server."
              .formatted(status));
    }
    if (!error.legible()) {
      return stop(
          "The Supabase address does not answer as a REST API (HTTP %d). SUPABASE_URL is the project's base, like https://ref.supabase.co."
              .formatted(status));
    }
    return stop(
        "Supabase refused to show the roster (HTTP %d): %s.".formatted(status, said(error)));
  }

  private RunStopped refusedKey(ErrorBody error) {
    return Stops.failed(
        "Supabase refused the key (HTTP 401): %s. Check SUPABASE_SERVICE_ROLE_KEY against Project Settings › API Keys of this project."
            .formatted(said(error)));
  }

  private static Verdict stop(String sentence) {
    return new Verdict.Final(Stops.failed(sentence));
  }

  private String said(ErrorBody error) {
    return key.conceal(error.words());
  }

  private static String denied(ErrorBody error, String table) {
    var matcher = DENIED.matcher(error.message());
    var named = matcher.find() ? matcher.group(1) : table;
    return error.message().contains("for schema") ? table : named;
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
