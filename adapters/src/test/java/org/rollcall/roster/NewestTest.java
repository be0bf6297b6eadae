package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Newest;
import org.rollcall.roster.postgres.PostgresSurvey;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.roster.supabase.SupabaseSurvey;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Upstream;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.support.RealPostgrest;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SampleQuery;
import org.rollcall.support.SupabaseGateway;
import org.rollcall.support.SupabaseStage;
import org.rollcall.support.TestPostgres;

/// Reads how new the roster is, over a real PostgreSQL and a real PostgREST.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class NewestTest {
  private static final Instant EIGHT = Instant.parse("2026-11-02T08:00:00Z");
  private static final SampleRoster ROSTER = SampleRoster.of(3);

  private SupabaseStage stage;
  private Upstream overPostgres;
  private Upstream overRest;

  /// Creates the functions before PostgREST starts, because it looks for them then.
  @BeforeAll
  void set() throws SQLException, IOException, InterruptedException {
    var database = TestPostgres.database();
    try (var connection = database.connect()) {
      ROSTER.load(connection);
    }
    database.execute(
        """
        create table loads (done timestamptz);
        insert into loads values ('2026-11-01 09:00+01'), ('2026-11-02 09:00+01'), (null);
        create table plain_loads (done timestamp, odd timestamp, far date);
        insert into plain_loads values ('2026-11-02 08:00', 'infinity', '10000-01-01'), (null, null, null);
        create function last_load() returns timestamptz language sql as 'select max(done) from loads';
        create function "Last Day"() returns date language sql as 'select date ''2026-11-02''';
        create function no_load() returns timestamptz language sql as 'select null::timestamptz';
        create function a_word() returns text language sql as 'select ''soon''';
        create function hidden_load() returns timestamptz language sql as 'select now()';
        revoke execute on function hidden_load() from public;
        create function noting_load() returns timestamptz language sql volatile as
          'insert into loads values (now()) returning done';
        grant all on loads to service_role;
        grant all on plain_loads to service_role;
        """);
    var postgrest = RealPostgrest.start(database, ROSTER.schema(), 1000);
    var gateway = SupabaseGateway.before(postgrest.url());
    stage = new SupabaseStage(database, postgrest, gateway, SampleQuery.in(ROSTER.schema()));
    var patience = new Patience(new RecordingWaiter());
    overPostgres = new PostgresSurvey(PostgresUrl.of(database.url()), stage.query(), patience);
    overRest = new SupabaseSurvey(stage.project(), stage.query(), patience);
  }

  @AfterAll
  void strike() throws IOException {
    stage.close();
  }

  @Test
  void a_column_and_a_function_tell_the_same_over_both() throws InterruptedException {
    for (var upstream : List.of(overPostgres, overRest)) {
      assertThat(upstream.newest(new Newest.Column("loads", "done"))).hasValue(EIGHT);
      assertThat(upstream.newest(new Newest.Function("last_load"))).hasValue(EIGHT);
      assertThat(upstream.newest(new Newest.Function("Last Day")))
          .hasValue(Instant.parse("2026-11-02T23:59:59Z"));
      assertThat(upstream.newest(new Newest.Function("no_load"))).isEmpty();
    }
  }

  @Test
  void times_without_a_zone_are_in_utc_years_are_any_and_infinity_is_refused()
      throws InterruptedException {
    for (var upstream : List.of(overPostgres, overRest)) {
      assertThat(upstream.newest(new Newest.Column("plain_loads", "done"))).hasValue(EIGHT);
      assertThat(upstream.newest(new Newest.Column("plain_loads", "far")))
          .hasValue(Instant.parse("+10000-01-01T23:59:59Z"));
      assertThat(refusal(upstream, new Newest.Column("plain_loads", "odd")))
          .startsWith("plain_loads.odd holds infinity, which does not tell when");
    }
  }

  @Test
  void a_query_tells_its_one_value() throws InterruptedException {
    assertThat(query("select max(done) from loads")).isEqualTo(EIGHT);
    assertThat(query("select date '2026-11-02' -- the day")).isAfter(EIGHT);
    assertThat(query("select timestamp '2026-11-02 08:00' where '{\"a\":1}'::jsonb ? 'a'"))
        .isEqualTo(EIGHT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"select done from loads where done is null", "select done from loads where false"})
  void null_and_no_row_are_no_value(String sql) throws InterruptedException {
    assertThat(overPostgres.newest(new Newest.Query(sql))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into loads values (now()) returning done",
        "with noted as (insert into loads values (now()) returning done) select done from noted",
        "select noting_load()",
        "select max(done) from loads where set_config('transaction_read_only', 'off', true) = 'off'",
        "select now() from nextval('written')",
      })
  void a_query_that_writes_is_refused_and_nothing_is_written(String sql) throws SQLException {
    stage.database().execute("create sequence if not exists written");
    assertThat(refusal(overPostgres, new Newest.Query(sql)))
        .startsWith("freshness.query cannot be asked: ")
        .endsWith("it may only read, not write.");
    assertThat(loads()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select done from loads",
        "select done, done from loads limit 1",
        "selct now()",
        "select max(done) from nowhere",
      })
  void a_query_that_gives_no_single_value_is_told_of_in_the_databases_words(String sql) {
    assertThat(refusal(overPostgres, new Newest.Query(sql)))
        .startsWith("freshness.query cannot be asked: ");
  }

  @Test
  void a_function_that_writes_is_not_there_or_is_closed_is_told_of_over_both() throws SQLException {
    var writing = new Newest.Function("noting_load");
    for (var upstream : List.of(overPostgres, overRest)) {
      assertThat(refusal(upstream, writing))
          .startsWith("freshness.function (noting_load) cannot be asked: ")
          .contains("read-only transaction");
      assertThat(refusal(upstream, new Newest.Function("nothing")))
          .startsWith("freshness.function (nothing) cannot be asked: ");
    }
    assertThat(refusal(overRest, new Newest.Function("hidden_load")))
        .contains("permission denied for function hidden_load");
    assertThat(loads()).isEqualTo(3);
  }

  @Test
  void what_is_no_time_is_said_to_be_none() {
    for (var upstream : List.of(overPostgres, overRest)) {
      assertThat(refusal(upstream, new Newest.Function("a_word")))
          .isEqualTo(
              "freshness.function (a_word) holds neither times nor dates; name something else under freshness.");
    }
  }

  private Instant query(String sql) throws InterruptedException {
    return overPostgres.newest(new Newest.Query(sql)).orElseThrow();
  }

  private static String refusal(Upstream upstream, Newest asked) {
    return String.valueOf(
        catchThrowableOfType(RunStopped.class, () -> upstream.newest(asked)).getMessage());
  }

  private long loads() throws SQLException {
    try (var connection = stage.database().connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery("select count(*) from loads")) {
      result.next();
      return result.getLong(1);
    }
  }
}
