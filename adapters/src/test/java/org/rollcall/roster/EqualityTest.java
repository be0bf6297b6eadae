package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.support.RawStage;
import org.rollcall.support.Reading;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SupabaseStage;

/// What is equal is what the database says, over a real PostgREST and a real PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class EqualityTest {
  private static final String TABLES =
      """
      create extension citext;
      create table clubs (name citext primary key, v text);
      insert into clubs select 'Club ' || n, 'v' || n from generate_series(1, 100) n;
      create table fans (id integer primary key, club citext, status char(10));
      insert into fans select n,
          case n % 3 when 0 then 'CLUB ' when 1 then 'club ' else 'Club ' end || n % 100 + 1,
          case n % 4 when 0 then 'Active' when 1 then 'Lapsed' else 'Retired' end
        from generate_series(1, 400) n;
      create table boats (id integer primary key, fan text, v char(5));
      insert into boats select n, n % 400 + 1, 'b' from generate_series(1, 1000) n;
      create table bound (id integer primary key, club citext references clubs);
      insert into bound select id, club from fans;
      create table loose (id text primary key, class integer);
      insert into loose select n::text, n from generate_series(1, 100) n;
      create table crew (id integer primary key, member integer, v text);
      insert into crew select n, n % 100 + 1, 'c' from generate_series(1, 300) n;
      create table few (id text primary key);
      insert into few values ('001'), ('2'), ('03');
      create table many (id text primary key);
      insert into many select '00' || n from generate_series(1, 30) n;
      create table spaced (id text primary key, v text);
      insert into spaced values ('10001', 'a'), ('10001 ', 'b'), ('10002', 'c');
      create table hidden (id text primary key);
      insert into hidden values ('10001'), (U&'\\200e10001'), ('10002');
      create table cased (id text primary key);
      insert into cased values ('aB'), ('Ab'), ('ab');
      create table things (id integer primary key, owner text, v text);
      insert into things values (1, 'aB', '1'), (2, 'ab', '2'), (3, 'AB', '3');
      """;

  private SupabaseStage stage;

  @BeforeAll
  void set() throws SQLException, IOException, InterruptedException {
    stage = RawStage.of(TABLES, 30);
  }

  @AfterAll
  void strike() throws IOException {
    stage.close();
  }

  @Test
  void keys_that_differ_by_case_find_their_rows_on_every_page() throws InterruptedException {
    var club = new Join.One("club_row", "clubs", "club", "name", RawStage.columns("v"));
    for (var table : List.of("fans", "bound")) {
      var members = same(query(table, List.of(), List.of(club)));
      assertThat(members.members()).hasSize(400).allMatch(it -> it.row().get("club_row") != null);
      assertThat(members.requests()).isLessThan(60);
    }
  }

  @Test
  void blanks_that_fill_up_a_value_are_seen_by_no_condition_and_no_mapping()
      throws InterruptedException {
    var boats = new Join.Many("boats", "boats", "fan", "id", RawStage.columns("v"));
    var query =
        new RosterQuery(
            "public",
            "fans",
            "id",
            RawStage.columns("id", "status"),
            List.of(new Condition.OneOf("status", List.of("Retired", "Active"))),
            List.of(boats));
    var members = same(query).members();

    assertThat(members).hasSize(300);
    assertThat(members)
        .allMatch(it -> List.of("Active", "Retired").contains(it.row().get("status")));
    assertThat(members).allMatch(it -> String.valueOf(it.row().get("boats")).startsWith("[{v=b}"));
  }

  @Test
  void texts_that_the_database_takes_for_two_stay_two() throws InterruptedException {
    var things = new Join.Many("things", "things", "owner", "id", RawStage.columns("v"));
    var members = same(query("cased", List.of(), List.of(things))).members();

    assertThat(members)
        .extracting(it -> it.id() + "=" + it.row().get("things"))
        .containsExactlyInAnyOrder("aB=[{v=1}]", "Ab=[]", "ab=[{v=2}]");
  }

  @Test
  void a_few_rows_that_belong_to_nobody_are_told() throws InterruptedException {
    var crew = new Join.Many("crew", "crew", "member", "id", RawStage.columns("v"));
    var query = query("few", List.of(), List.of(crew));
    var members = same(query);

    assertThat(members.events())
        .contains(
            new RunEvent.Warned(
                "2 rows of crew came for a member's value and belong to none: member is 1, 3 there. They count as rows of nobody; write the values alike in both tables."));
  }

  @Test
  void many_rows_that_belong_to_nobody_stop_the_run() {
    var crew = new Join.Many("crew", "crew", "member", "id", RawStage.columns("v"));
    assertThatThrownBy(() -> Reading.of(rest(query("many", List.of(), List.of(crew)))))
        .isInstanceOf(RunStopped.class)
        .hasMessageStartingWith(
            "More than a few rows of crew belong to nobody, although they came for members: member is ");
  }

  @Test
  void numbers_that_differ_only_in_blanks_are_named() {
    var query = query("spaced", List.of(), List.of());
    for (var roster : List.of(rest(query), postgres(query))) {
      assertThatThrownBy(() -> Reading.of(roster))
          .isInstanceOf(RunStopped.class)
          .hasMessageStartingWith(
              "Two member numbers in spaced differ only in blanks or invisible characters: '10001' and '10001 '.");
    }
  }

  @Test
  void numbers_that_differ_only_in_what_nobody_sees_are_named() {
    var query = query("hidden", List.of(), List.of());
    for (var roster : List.of(rest(query), postgres(query))) {
      assertThatThrownBy(() -> Reading.of(roster))
          .isInstanceOf(RunStopped.class)
          .hasMessageStartingWith(
              "Two member numbers in hidden differ only in blanks or invisible characters: ");
    }
  }

  private static RosterQuery query(String table, List<Condition> where, List<Join> joins) {
    return new RosterQuery("public", table, "id", RawStage.columns("id"), where, joins);
  }

  private Roster rest(RosterQuery query) {
    return stage.overRest(query, new RecordingWaiter());
  }

  private Roster postgres(RosterQuery query) {
    return stage.overPostgres(query, new RecordingWaiter());
  }

  private Reading same(RosterQuery query) throws InterruptedException {
    var both = stage.both(query);
    assertThat(both.getFirst().members())
        .containsExactlyInAnyOrderElementsOf(both.getLast().members());
    return both.getFirst();
  }
}
