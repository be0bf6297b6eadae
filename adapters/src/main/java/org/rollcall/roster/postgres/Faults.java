package org.rollcall.roster.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.model.Newest;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Attempt;
import org.rollcall.roster.Stops;
import org.rollcall.run.RunStopped;
import org.rollcall.transport.Excerpt;

/// Decides from PostgreSQL's error codes whether reading can go on.
final class Faults {
  private static final Pattern DENIED = Pattern.compile("permission denied for (\\w+) (\\S+)");

  /// Errors that the statement itself causes: its mistakes, its data, errors in its functions, or
  /// an attempt to write.
  private static final Pattern THEIRS = Pattern.compile("(0A|21|22|25|42|P0).*");

  private final RosterQuery query;
  private final PostgresUrl url;

  Faults(RosterQuery query, PostgresUrl url) {
    this.query = query;
    this.url = url;
  }

  /// The failed try, if the failure may pass.
  ///
  /// @throws RunStopped when it will not pass
  <T> Attempt<T> judge(SQLException fault) {
    LoginRefusal.of(fault, url)
        .ifPresent(sentence -> {
          throw Stops.failed(sentence);
        });
    var state = Objects.requireNonNullElse(fault.getSQLState(), "");
    return switch (state) {
      case Snapshot.LOCKED -> lasting(words(fault), Snapshot.LOCK, fault);
      case "57014" ->
          lasting("the database cancelled the query: " + words(fault), Snapshot.STATEMENT, fault);
      case "40001", "40P01" -> passing("the database cancelled the query: " + words(fault), fault);
      case "42501" -> throw Stops.notGranted(query, denied(fault), url.user());
      case "42P01", "42703", "3F000", "22P02", "42883", "3D000" ->
          throw Stops.unknown(words(fault));
      default -> byClass(state, fault);
    };
  }

  /// The same for a failure to read a source named under `freshness`. An error that the user's own
  /// query or function causes is reported as its error.
  <T> Attempt<T> judge(SQLException fault, Newest asked) {
    var state = Objects.requireNonNullElse(fault.getSQLState(), "");
    var theirs =
        switch (asked) {
          case Newest.Column _ -> false;
          case Newest.Query _, Newest.Function _ -> THEIRS.matcher(state).matches();
        };
    if (theirs) {
      throw Stops.unasked(asked, words(fault));
    }
    return judge(fault);
  }

  private <T> Attempt<T> byClass(String state, SQLException fault) {
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08", "53", "57", "58", "XX" ->
          passing("the database at %s failed: %s".formatted(url.place(), words(fault)), fault);
      default ->
          throw Stops.failed(
              "The database at %s could not show the roster (SQL state %s): %s"
                  .formatted(url.place(), state, words(fault)));
    };
  }

  /// A failed try that has taken the whole time that it may take.
  private static <T> Attempt<T> lasting(String why, Duration took, SQLException fault) {
    return new Attempt.Passing<>(why, Duration.ZERO, Optional.of(fault), took);
  }

  private static <T> Attempt<T> passing(String why, SQLException fault) {
    return new Attempt.Passing<>(why, Duration.ZERO, Optional.of(fault));
  }

  /// The first line of the database's message; the other lines may repeat values.
  private String words(SQLException fault) {
    var text = Objects.requireNonNullElse(fault.getMessage(), "it gave no reason");
    return url.conceal(
        Excerpt.of(text.lines().findFirst().orElse(text))
            .replaceFirst("^ERROR: ", "")
            .replaceFirst("\\.$", ""));
  }

  private String denied(SQLException fault) {
    var matcher = DENIED.matcher(Objects.requireNonNullElse(fault.getMessage(), ""));
    return matcher.find() && !matcher.group(1).equals("schema") ? matcher.group(2) : query.table();
  }
}
