package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.review.RunFilter;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.support.Pages;
import org.rollcall.support.TestPostgres;

/// `deploy/supabase/store.sql`, run by an administrator as Supabase has one: the owner of the
/// database, who may make roles and is no superuser.
@Tag("slow")
class StoreRoleTest {
  private static final String ROLE = "rollcall_store";

  private static TestPostgres.Database database;

  @BeforeAll
  static void a_project_with_the_role() throws SQLException {
    database = TestPostgres.database();
    database.execute(
        """
        create role administrator login createrole;
        alter database %s owner to administrator;
        create table members (membernumber text primary key);
        """
            .formatted(database.name()));
    var sql = Pages.read("deploy/supabase/store.sql");
    assertThatThrownBy(() -> executeAs("administrator", sql))
        .hasMessageContaining("a password of your own");
    executeAs("administrator", sql.replace("'CHANGE-ME'", "'a night''s work'"));
  }

  @AfterAll
  static void the_server_is_as_it_was() throws SQLException {
    executeAs("administrator", "drop schema rollcall cascade");
    executeAs("administrator", "drop role rollcall_store");
  }

  @Test
  void the_store_migrates_and_works_under_that_role() throws SQLException {
    try (var store = open()) {
      store.check();
      store.forget(Instant.parse("2026-11-01T00:00:00Z"));
      assertThat(store.history().runs(RunFilter.ALL, 9)).isEmpty();
    }
    open().close();
    assertThat(tables()).contains("runs", "leases").hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from public.members",
        "create table public.mine (id int)",
        "create schema mine",
        "create role mine",
        "alter role rollcall_store superuser",
        "set role administrator",
        "select rolpassword from pg_authid"
      })
  void it_can_do_nothing_else(String statement) {
    assertThatThrownBy(() -> executeAs(ROLE, statement))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void others_see_nothing_of_it() throws SQLException {
    open().close();
    database.execute("create role passer login");
    assertThatThrownBy(() -> executeAs("passer", "select * from rollcall.runs"))
        .hasMessageContaining("permission denied for schema rollcall");
    database.execute("drop role passer");
  }

  private static Store open() {
    return Store.in(PostgresUrl.of(database.url(ROLE)).dataSource(), "a test's database");
  }

  private static List<String> tables() throws SQLException {
    try (var connection = connect("administrator");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select array_agg(tablename::text) from pg_tables where schemaname = 'rollcall'")) {
      rows.next();
      return List.of((String[]) rows.getArray(1).getArray());
    }
  }

  private static void executeAs(String role, String sql) throws SQLException {
    try (var connection = connect(role);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + database.url(role).replaceFirst(role + "@", ""), role, "");
  }
}
