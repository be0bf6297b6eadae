package org.rollcall.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.rollcall.apply.Waiter;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.postgres.PostgresRoster;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.roster.supabase.SupabaseProject;
import org.rollcall.roster.supabase.SupabaseRoster;
import org.rollcall.run.Roster;
import org.rollcall.sandbox.SampleRoster;

/// A Supabase project of real parts with a sample roster: PostgreSQL, PostgREST in front of it, and
/// the gateway in front of that.
///
/// @param query the first user's query of the roster
public record SupabaseStage(
    TestPostgres.Database database,
    RealPostgrest postgrest,
    SupabaseGateway gateway,
    RosterQuery query)
    implements AutoCloseable {
  private static final int MOST_ROWS = 1000;

  /// Starts the project with Supabase's limit of 1,000 rows per answer.
  public static SupabaseStage of(SampleRoster roster)
      throws SQLException, IOException, InterruptedException {
    return of(roster, MOST_ROWS);
  }

  /// Starts the project with a limit of `mostRows` rows per answer.
  public static SupabaseStage of(SampleRoster roster, int mostRows)
      throws SQLException, IOException, InterruptedException {
    var database = TestPostgres.database();
    try (var connection = database.connect()) {
      roster.load(connection);
    }
    var postgrest = RealPostgrest.start(database, roster.schema(), mostRows);
    return new SupabaseStage(
        database,
        postgrest,
        SupabaseGateway.before(postgrest.url()),
        SampleQuery.in(roster.schema()));
  }

  /// The project for a client with the service role's key.
  public SupabaseProject project() {
    return SupabaseProject.of(gateway.url(), Tokens.SERVICE_ROLE, "Rollcall/test");
  }

  /// The roster over the REST API.
  public Roster overRest(RosterQuery asked, Waiter waiter) {
    return new SupabaseRoster(project(), asked, waiter);
  }

  /// The roster over a plain connection.
  public Roster overPostgres(RosterQuery asked, Waiter waiter) {
    return new PostgresRoster(PostgresUrl.of(database.url()), asked, waiter);
  }

  /// Waits until PostgREST has reloaded a schema in which two foreign keys lead from one table to
  /// another: it answers 300 then to a question that does not say which is meant.
  public void awaitTwoKeys(String from, String to) throws IOException, InterruptedException {
    var question =
        HttpRequest.newBuilder(
                URI.create("%s/%s?select=*,%s(*)&limit=1".formatted(postgrest.url(), from, to)))
            .header("Authorization", "Bearer " + Tokens.SERVICE_ROLE)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      for (int tries = 0; tries < 600; tries++) {
        if (client.send(question, BodyHandlers.discarding()).statusCode() == 300) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new AssertionError("PostgREST has not reloaded its schema.");
  }

  /// Both ways to read it.
  public List<Reading> both(RosterQuery asked) throws InterruptedException {
    return List.of(
        Reading.of(overRest(asked, new RecordingWaiter()), OptionalInt.empty()),
        Reading.of(overPostgres(asked, new RecordingWaiter()), OptionalInt.empty()));
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    postgrest.close();
  }
}
