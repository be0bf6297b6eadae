package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.Newest;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.postgres.PostgresSurvey;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.roster.supabase.SupabaseSurvey;
import org.rollcall.run.RunStopped;
import org.rollcall.support.RawStage;
import org.rollcall.support.Reading;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SupabaseStage;

/// Names of columns and tables that mean something to PostgREST or to SQL, in every place that
/// takes one, over a real PostgREST and a real PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class NamesTest {
  private static final List<String> NAMES =
      List.of(
          "select",
          "order",
          "limit",
          "offset",
          "columns",
          "on_conflict",
          "and",
          "or",
          "not",
          "not.and",
          "not.or",
          "or.x",
          "a.b",
          "q\"x",
          "b\\c",
          "sp ace",
          " lead",
          "ü",
          "co:lon",
          "a->b",
          "a->>b",
          "count",
          "count()",
          "UPPER",
          "upper",
          "a,b",
          "(a)",
          "!x",
          "a::text",
          "null",
          "1a",
          "a%b",
          "a&b",
          "a=b",
          "a-b",
          "a$b",
          "a?",
          "a/b",
          "'",
          "...x",
          "rpc",
          "m",
          "t",
          "found",
          "value",
          "j0",
          "plain");

  private static List<String> names() {
    return NAMES;
  }

  private SupabaseStage stage;

  /// For each name two tables: one of three members, in which every column has the name, and one
  /// whose table has the name.
  @BeforeAll
  void set() throws SQLException, IOException, InterruptedException {
    stage = RawStage.of(NAMES.stream().map(NamesTest::tables).collect(Collectors.joining()), 2);
  }

  @AfterAll
  void strike() throws IOException {
    stage.close();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_condition_on_a_column_of_that_name_holds(String name) throws InterruptedException {
    assertThat(same(query(name, new Condition.OneOf("w" + name, List.of("in")))))
        .containsExactly("1", "2", "4");
    assertThat(
            same(members(name, List.of(new Condition.OneOf(name, List.of("2", "3"))), List.of())))
        .containsExactly("2", "3");
    assertThat(same(query(name, new Condition.NotNull("n" + name)))).containsExactly("2", "3", "4");
    assertThat(same(query(name, new Condition.IsNull("n" + name)))).containsExactly("1");
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_key_of_that_name_orders_and_joins(String name) throws InterruptedException {
    var one = new Join.One("one", name, "on" + name, name, RawStage.columns("v", name));
    var many = new Join.Many("many", name, "f" + name, name, RawStage.columns("v"));
    var both = stage.both(members(name, List.of(), List.of(one, many)));

    assertThat(both.getFirst().members()).hasSize(4).isEqualTo(both.getLast().members());
    assertThat(both.getFirst().members().getFirst().row())
        .containsEntry("one", row(name, "b", "vb"))
        .containsEntry("many", List.of(Map.of("v", "va"), Map.of("v", "vb"), Map.of("v", "vc")));
    assertThat(stage.overRest(both(name), new RecordingWaiter()).everybody(_ -> {}).members())
        .isEqualTo(
            stage.overPostgres(both(name), new RecordingWaiter()).everybody(_ -> {}).members())
        .hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_join_of_that_name_that_points_by_that_name_finds_its_rows(String name)
      throws InterruptedException {
    var one = new Join.One(name, name, "p" + name, name, RawStage.columns("v"));
    var own = new Join.One("own", name, name, "k" + name, RawStage.columns("v"));
    var query =
        new RosterQuery(
            "public",
            "members " + name,
            "id",
            RawStage.columns("id"),
            List.of(new Condition.NotNull(name)),
            List.of(one, own));
    var both = stage.both(query);

    assertThat(both.getFirst().members()).hasSize(4).isEqualTo(both.getLast().members());
    assertThat(both.getFirst().members().get(1).row())
        .containsEntry(name, Map.of("v", "vc"))
        .containsEntry("own", Map.of("v", "vb"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_survey_counts_and_asks_for_the_newest(String name) throws InterruptedException {
    var patience = new Patience(new RecordingWaiter());
    var query = query(name, new Condition.OneOf("w" + name, List.of("in")));
    var url = PostgresUrl.of(stage.database().url());
    for (var survey :
        List.of(
            new SupabaseSurvey(stage.project(), query, patience),
            new PostgresSurvey(url, query, patience))) {
      assertThat(survey.eligible()).isEqualTo(3);
      assertThat(survey.rows("members " + name, Set.of(name, "w" + name))).isEqualTo(4);
      assertThat(survey.newest(new Newest.Column("times " + name, name)))
          .hasValue(Instant.parse("2026-11-02T08:00:00Z"));
      assertThat(
              survey.linked(
                  new Join.One("one", name, "p" + name, name, RawStage.columns("v", name))))
          .isEqualTo(!name.equals("count") || survey instanceof PostgresSurvey);
    }
  }

  @Test
  void a_column_that_is_called_star_is_refused_over_rest_and_read_over_postgres() throws Exception {
    stage.database().execute("create table stars (\"*\" text primary key)");
    stage.database().execute("insert into stars values ('1')");
    var query =
        new RosterQuery("public", "stars", "*", RawStage.columns("*"), List.of(), List.of());

    assertThat(Reading.of(stage.overPostgres(query, new RecordingWaiter())).numbers())
        .containsExactly("1");
    assertThatThrownBy(() -> Reading.of(stage.overRest(query, new RecordingWaiter())))
        .isInstanceOf(RunStopped.class)
        .hasMessageStartingWith("A column that is named * cannot be read over the REST API");
  }

  private List<String> same(RosterQuery query) throws InterruptedException {
    var both = stage.both(query);
    assertThat(both.getFirst().members()).isEqualTo(both.getLast().members());
    return both.getFirst().numbers();
  }

  private static RosterQuery both(String name) {
    return members(name, List.of(), List.of());
  }

  private static RosterQuery query(String name, Condition condition) {
    return members(name, List.of(condition), List.of());
  }

  private static RosterQuery members(String name, List<Condition> where, List<Join> joins) {
    return new RosterQuery(
        "public", "members " + name, name, RawStage.columns(name, "n" + name), where, joins);
  }

  private static Map<String, Object> row(String name, String key, String value) {
    return Map.of(name, key, "v", value);
  }

  private static String tables(String name) {
    return """
    create table $name (k$name text unique, $name text primary key, f$name text, v text);
    insert into $name values ('1', 'a', '1', 'va'), ('2', 'b', '1', 'vb'), ('3', 'c', '1', 'vc');
    create table $members (id text unique, $name text primary key, w$name text, n$name text,
      on$name text references $name ($name), p$name text references $name ($name));
    insert into $members values ('1', '1', 'in', null, 'b', 'b'), ('2', '2', 'in', 'x', 'a', 'c'),
      ('3', '3', 'out', 'x', null, null), ('4', '4', 'in', 'x', null, 'a');
    create table $times ($name timestamptz);
    insert into $times values ('2026-11-01 08:00Z'), (null), ('2026-11-02 08:00Z');
    """
        .replace("$members", quoted("members " + name))
        .replace("$times", quoted("times " + name))
        .replace("k$name", quoted("k" + name))
        .replace("f$name", quoted("f" + name))
        .replace("w$name", quoted("w" + name))
        .replace("on$name", quoted("on" + name))
        .replace("n$name", quoted("n" + name))
        .replace("p$name", quoted("p" + name))
        .replace("$name", quoted(name));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
