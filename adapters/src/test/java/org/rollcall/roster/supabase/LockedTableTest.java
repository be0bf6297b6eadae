package org.rollcall.roster.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Member;
import org.rollcall.run.RunEvent;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.support.Faults;
import org.rollcall.support.Reading;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SupabaseGateway.Fault;
import org.rollcall.support.SupabaseStage;

/// A table that another session has locked, read over the REST API, which does not tell of locks.
@Tag("slow")
class LockedTableTest {
  private static final int MEMBERS = 20;

  private SupabaseStage stage;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    stage = SupabaseStage.of(SampleRoster.of(MEMBERS));
  }

  @AfterEach
  void strike() throws IOException {
    stage.close();
  }

  @Test
  void who_waits_says_beforehand_why_and_how_long() throws SQLException, InterruptedException {
    var members = new ArrayList<Member>();
    var told = new ArrayList<String>();
    try (var holder = stage.database().connect()) {
      lock(holder);
      roster(Duration.ofSeconds(60))
          .read(
              OptionalInt.empty(),
              members::add,
              event -> {
                if (event instanceof RunEvent.Warned(var sentence)) {
                  told.add(sentence);
                  release(holder);
                }
              });
    }
    assertThat(members).hasSize(MEMBERS);
    assertThat(told)
        .containsExactly(
            "Supabase has not answered for 5 s; a table may be locked, or the query is slow. Rollcall waits 60 s for an answer, and begins no other try after 120 s.");
  }

  @Test
  void who_gives_up_names_the_lock_and_the_statement_that_shows_its_holder() throws SQLException {
    try (var holder = stage.database().connect()) {
      lock(holder);
      var stopped = catchThrowable(() -> Reading.of(roster(Duration.ofMillis(400))));
      assertThat(stopped)
          .hasMessageContaining("no whole answer came within")
          .hasMessageContaining("A table may be locked");
      var statement =
          Objects.toString(stopped.getMessage()).replaceAll("(?s)[^`]*`([^`]*)`.*", "$1");
      assertThat(rows(statement)).singleElement().asString().contains("members, nightly import");
      holder.rollback();
    }
  }

  @Test
  void a_database_that_waits_for_no_lock_says_so_itself() {
    var locked =
        Faults.answer(
            500, "{\"code\":\"55P03\",\"message\":\"canceling statement due to lock timeout\"}");
    stage.gateway().next(Collections.nCopies(4, locked).toArray(Fault[]::new));
    assertThat(catchThrowable(() -> Reading.of(roster(Duration.ofSeconds(60)))))
        .hasMessageContaining("because a table was locked for longer than the database waits.")
        .hasMessageContaining("pg_locks");
  }

  private SupabaseRoster roster(Duration timeout) {
    var waiter = new RecordingWaiter();
    return new SupabaseRoster(stage.project().withTimeout(timeout), stage.query(), waiter);
  }

  private static void lock(Connection holder) throws SQLException {
    holder.setAutoCommit(false);
    try (var statement = holder.createStatement()) {
      statement.execute("set application_name = 'nightly import'");
      statement.execute("lock table members in access exclusive mode");
    }
  }

  private static void release(Connection holder) {
    try {
      holder.rollback();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private List<String> rows(String statement) throws SQLException {
    try (var connection = stage.database().connect();
        var result = connection.createStatement().executeQuery(statement)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        rows.add(
            "%s, %s".formatted(result.getString("relation"), result.getString("application_name")));
      }
      return rows;
    }
  }
}
