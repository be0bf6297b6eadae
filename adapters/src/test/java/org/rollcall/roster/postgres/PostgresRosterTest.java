package org.rollcall.roster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.Member;
import org.rollcall.model.RosterQuery;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.support.Reading;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SampleQuery;
import org.rollcall.support.TestPostgres;
import org.rollcall.support.TransactionPooler;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class PostgresRosterTest {
  private static final int MEMBERS = 120;

  private final RosterQuery query = SampleQuery.in("public");
  private TestPostgres.Database database;

  @BeforeAll
  void load() throws SQLException {
    database = TestPostgres.database();
    try (var connection = database.connect()) {
      SampleRoster.of(MEMBERS).load(connection);
    }
  }

  @Test
  void S2_a_transaction_pooler_changes_nothing(@TempDir Path folder) throws Exception {
    var straight = members(database.url());
    try (var pooler = TransactionPooler.before(database, folder)) {
      assertThat(members(pooler.url())).isEqualTo(straight).hasSizeGreaterThan(50);
      assertThat(members(pooler.url())).isEqualTo(straight);
    }
  }

  private List<Member> members(String url) throws InterruptedException {
    var members = new ArrayList<Member>();
    new PostgresRoster(PostgresUrl.of(url), query, new RecordingWaiter(), 50)
        .read(OptionalInt.empty(), members::add, _ -> {});
    return members;
  }

  @Test
  void S2_one_moment_is_read_whatever_happens_meanwhile() throws Exception {
    var changing = TestPostgres.database();
    try (var connection = changing.connect()) {
      SampleRoster.of(MEMBERS).load(connection);
    }
    var members = new ArrayList<Member>();
    new PostgresRoster(PostgresUrl.of(changing.url()), query, new RecordingWaiter(), 50)
        .read(
            OptionalInt.empty(),
            members::add,
            event -> {
              if (event instanceof RunEvent.RosterCounted) {
                execute(changing, "delete from positions; delete from members");
              }
            });

    assertThat(members).hasSize(MEMBERS);
  }

  @Test
  void S3_a_connection_lost_in_the_middle_begins_again_and_hands_nobody_over_twice()
      throws InterruptedException {
    var waiter = new RecordingWaiter();
    var members = new ArrayList<Member>();
    var events = new ArrayList<RunEvent>();
    new PostgresRoster(PostgresUrl.of(database.url()), query, waiter, 50)
        .read(
            OptionalInt.empty(),
            members::add,
            event -> {
              if (events.isEmpty()) {
                endOtherSessions();
              }
              events.add(event);
            });

    assertThat(members).hasSize(MEMBERS).doesNotHaveDuplicates();
    assertThat(waiter.waits()).containsExactly(Duration.ofSeconds(1));
    assertThat(events)
        .filteredOn(RunEvent.RosterRetry.class::isInstance)
        .singleElement()
        .satisfies(event -> assertThat(((RunEvent.RosterRetry) event).attempt()).isEqualTo(2));
  }

  @Test
  void S3_a_server_that_is_not_there_is_tried_four_times() {
    var waiter = new RecordingWaiter();
    var nowhere = PostgresUrl.of("postgresql://ann:hunter2@127.0.0.1:1/roster");

    assertThatThrownBy(() -> Reading.of(new PostgresRoster(nowhere, query, waiter)))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("in 4 tries")
        .hasMessageContaining("127.0.0.1:1/roster")
        .hasMessageNotContaining("hunter2");
    assertThat(waiter.waits())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void a_locked_table_is_not_waited_for_and_its_holder_is_named()
      throws SQLException, InterruptedException {
    var members = new ArrayList<Member>();
    var events = new ArrayList<RunEvent>();
    try (var holder = database.connect();
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("set application_name = 'nightly import'");
      statement.execute("lock table positions in access exclusive mode");
      new PostgresRoster(PostgresUrl.of(database.url()), query, _ -> rollBack(holder))
          .read(OptionalInt.empty(), members::add, events::add);
    }

    assertThat(members).hasSize(MEMBERS);
    assertThat(events)
        .filteredOn(RunEvent.RosterRetry.class::isInstance)
        .singleElement()
        .satisfies(event ->
            assertThat(((RunEvent.RosterRetry) event).what())
                .contains("a table was locked for more than 10 s", "application nightly import")
                .contains("holds positions since"));
  }

  @Test
  void names_the_database_does_not_have_are_settings_to_correct() {
    stops(RunStopped.Kind.SETTINGS, with(columns("nickname"), "members", "public"), "nickname");
    stops(RunStopped.Kind.SETTINGS, with(columns("email"), "membres", "public"), "membres");
    stops(RunStopped.Kind.SETTINGS, with(columns("email"), "members", "attic"), "attic");
    stops(
        RunStopped.Kind.SETTINGS,
        joined(
            new Join.One(
                "region",
                "regions",
                "region_id",
                "id",
                new TreeMap<>(Map.of("colour", ColumnType.TEXT)))),
        "colour");
  }

  @Test
  void a_joined_table_whose_key_is_not_unique_is_a_setting_to_correct() {
    stops(
        RunStopped.Kind.SETTINGS,
        joined(
            new Join.One(
                "facility",
                "facilities",
                "region_id",
                "region_id",
                new TreeMap<>(Map.of("code", ColumnType.TEXT)))),
        "is not unique");
  }

  @Test
  void missing_grants_are_told_as_the_statements_that_give_them() throws SQLException {
    database.execute("drop role if exists reader; create role reader login");
    var reader =
        new PostgresRoster(PostgresUrl.of(database.url("reader")), query, new RecordingWaiter());

    assertThatThrownBy(() -> Reading.of(reader))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("grant select on public.members to reader;")
        .hasMessageContaining("grant usage on schema public to reader;");
  }

  @Test
  void row_level_security_that_hides_everybody_stops_the_run() throws SQLException {
    database.execute(
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = 'hidden') then
            create role hidden login;
          end if;
        end $$;
        grant select on all tables in schema public to hidden;
        """);
    var hidden =
        new PostgresRoster(PostgresUrl.of(database.url("hidden")), query, new RecordingWaiter());

    assertThatThrownBy(() -> Reading.of(hidden))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("no eligible member")
        .hasMessageContaining("row level security");
    assertThatThrownBy(() -> hidden.everybody(_ -> {})).isInstanceOf(RunStopped.class);
  }

  @Test
  void a_database_that_does_not_exist_is_a_setting_to_correct() {
    var elsewhere = database.url().replace(database.name(), "nowhere");

    assertThatThrownBy(() ->
            Reading.of(new PostgresRoster(PostgresUrl.of(elsewhere), query, new RecordingWaiter())))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("nowhere");
  }

  private void stops(RunStopped.Kind kind, RosterQuery asked, String told) {
    var waiter = new RecordingWaiter();
    assertThatThrownBy(
            () -> Reading.of(new PostgresRoster(PostgresUrl.of(database.url()), asked, waiter)))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining(told)
        .satisfies(stop -> assertThat(((RunStopped) stop).kind()).isEqualTo(kind));
    assertThat(waiter.waits()).isEmpty();
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private void endOtherSessions() {
    execute(
        database,
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s' and pid <> pg_backend_pid()"
            .formatted(database.name()));
  }

  private static void execute(TestPostgres.Database where, String sql) {
    try {
      where.execute(sql);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static SortedMap<String, ColumnType> columns(String column) {
    return new TreeMap<>(Map.of("membernumber", ColumnType.TEXT, column, ColumnType.TEXT));
  }

  private static RosterQuery with(
      SortedMap<String, ColumnType> columns, String table, String schema) {
    return new RosterQuery(
        schema,
        table,
        "membernumber",
        columns,
        List.of(new Condition.IsNull("discord_id")),
        List.of());
  }

  private static RosterQuery joined(Join join) {
    return new RosterQuery(
        "public",
        "members",
        "membernumber",
        columns("email"),
        List.of(new Condition.IsNull("discord_id")),
        List.of(join));
  }
}
