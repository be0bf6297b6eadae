package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.support.Faults;
import org.rollcall.support.RawStage;
import org.rollcall.support.Reading;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SupabaseGateway.Fault;
import org.rollcall.support.SupabaseStage;

/// Keys that are not unique, and counts that take too long, where an answer holds ten rows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class TwinsTest {
  private static final String TABLES =
      """
      create table people (id integer, there boolean);
      insert into people select n, true from generate_series(1, 40) n;
      create table keyless (id integer, there boolean);
      insert into keyless select n, true from generate_series(1, 40) n;
      insert into keyless values (null, true);
      create table keyless_apart (id integer, there boolean);
      insert into keyless_apart select n, n is not null
        from (select generate_series(1, 40) n union all select null) numbers;
      create table twins_apart (id integer, there boolean);
      insert into twins_apart select n, true from generate_series(1, 40) n;
      insert into twins_apart select n, false from generate_series(1, 40) n;
      create table boats (id integer, person integer, v text);
      insert into boats select n % 30, n % 4 + 1, 'b' from generate_series(1, 60) n;
      insert into boats values (-1, 1, 'b');
      create table nameless (id integer, person integer, v text);
      insert into nameless select case when n < 15 then n end, 3, 'n' from generate_series(1, 16) n;
      """;

  private SupabaseStage stage;

  @BeforeAll
  void set() throws SQLException, IOException, InterruptedException {
    var tables = new StringBuilder(TABLES);
    for (int twin : List.of(1, 5, 9, 10, 11, 20, 39, 40)) {
      tables.append(
          """
          create table twins_%1$d as select * from people;
          insert into twins_%1$d values (%1$d, true);
          """
              .formatted(twin));
    }
    stage = RawStage.of(tables.toString(), 10);
  }

  @AfterAll
  void strike() throws IOException {
    stage.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9, 10, 11, 20, 39, 40})
  void a_twin_is_named_on_every_page(int twin) {
    for (var roster : both(query("twins_" + twin, List.of()))) {
      assertThatThrownBy(() -> Reading.of(roster))
          .isInstanceOf(RunStopped.class)
          .hasMessageStartingWith("Member %d came twice from twins_%d: ".formatted(twin, twin));
    }
  }

  @Test
  void a_row_without_a_key_is_named() {
    for (var roster : both(query("keyless", List.of()))) {
      assertThatThrownBy(() -> Reading.of(roster))
          .isInstanceOf(RunStopped.class)
          .hasMessageStartingWith("A row of keyless has nothing in its key column id.");
    }
  }

  @Test
  void who_is_not_eligible_may_be_a_twin_or_have_no_key() throws InterruptedException {
    for (var table : List.of("keyless_apart", "twins_apart")) {
      for (var roster : both(query(table, List.of()))) {
        assertThat(roster.everybody(_ -> {}).members()).hasSize(40);
        assertThat(Reading.of(roster).members()).hasSize(40);
      }
    }
  }

  @Test
  void a_joined_table_whose_key_is_none_loses_no_row_in_silence() throws InterruptedException {
    var boats = new Join.Many("boats", "boats", "person", "id", RawStage.columns("v"));
    var nameless = new Join.Many("boats", "nameless", "person", "id", RawStage.columns("v"));

    assertThatThrownBy(() -> Reading.of(rest(query("people", List.of(boats)))))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("id is no key of the joined table boats, which has ")
        .hasMessageContaining(" twice");
    assertThatThrownBy(() -> Reading.of(rest(query("people", List.of(nameless)))))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining(
            "id is no key of the joined table nameless, which has a row with nothing in it");
  }

  @Test
  void a_count_that_takes_too_long_is_made_by_pages() throws InterruptedException {
    var query = query("people", List.of());
    stage.gateway().always(cancelledCounts());
    try {
      var reading = Reading.of(rest(query));

      assertThat(reading.members()).hasSize(40);
      assertThat(reading.events())
          .contains(
              new RunEvent.RosterCounted(40, 10),
              new RunEvent.Warned(
                  "The database cancelled the count of people for taking too long, so its rows are counted by pages. An index over the columns under roster.where makes the count fast."));
      assertThat(reading.events().stream().filter(RunEvent.RosterRetry.class::isInstance))
          .hasSize(2)
          .allMatch(it -> it.toString().contains("too long, with its count of all rows"));
      assertThat(rest(query).everybody(_ -> {}).members()).hasSize(40);
      assertThatThrownBy(() -> Reading.of(rest(query("twins_20", List.of()))))
          .hasMessageStartingWith("Member 20 came twice");
    } finally {
      stage.gateway().always(Faults.NONE);
    }
  }

  private static Fault cancelledCounts() {
    return (exchange, onward) -> {
      var prefer = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Prefer")).orElse("");
      var fault =
          prefer.contains("count=exact")
              ? Faults.answer(500, "{\"code\":\"57014\",\"message\":\"canceling statement\"}")
              : Faults.NONE;
      fault.meet(exchange, onward);
    };
  }

  private List<Roster> both(RosterQuery query) {
    return List.of(rest(query), stage.overPostgres(query, new RecordingWaiter()));
  }

  private Roster rest(RosterQuery query) {
    return stage.overRest(query, new RecordingWaiter());
  }

  private static RosterQuery query(String table, List<Join> joins) {
    return new RosterQuery(
        "public",
        table,
        "id",
        RawStage.columns("id"),
        List.of(new Condition.OneOf("there", List.of("true"))),
        joins);
  }
}
