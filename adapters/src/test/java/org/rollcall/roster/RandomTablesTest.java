package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.RosterQuery;
import org.rollcall.support.RawStage;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SupabaseStage;

/// A law of both ways in: whatever the columns are called and whatever types the keys have, REST
/// and PostgreSQL give the same members with the same rows. The tables are made by chance, of fixed
/// seeds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class RandomTablesTest {
  private static final int TABLES = 36;

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
          "a.b",
          "q\"x",
          "b\\c",
          "sp ace",
          "ü",
          "co:lon",
          "a->b",
          "count",
          "UPPER",
          "a,b",
          "(a)",
          "id",
          "v");

  /// Some values of each type, several of which the database takes for equal.
  private static final Map<String, List<String>> TYPES =
      Map.of(
          "integer", List.of("1", "2", "10", "-3", "42"),
          "bigint", List.of("9007199254740993", "9007199254740992", "7", "10"),
          "numeric", List.of("1", "1.0", "1.50", "1.5", "10.00", "10", "0.1"),
          "double precision", List.of("0.1", "1e300", "7", "1.5"),
          "text",
              List.of("a", "A", "a ", "b,c", "\"q\"", "null", "\u00e9", "e\u0301", "(x)", "a\\b"),
          "citext", List.of("Anna", "ANNA", "anna", "Bob", "BOB", "\u00dc", "\u00fc"),
          "char(6)", List.of("abc", "abc  ", "d e", "x"),
          "uuid",
              List.of(
                  "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
          "timestamptz", List.of("2024-06-01 04:08Z", "2024-06-01 06:08+02", "infinity"),
          "date", List.of("2024-02-29", "0044-03-15 BC", "10000-01-01", "infinity"));

  /// One world: three tables with names and types of their own.
  ///
  /// @param names of the members' key and reference, of the condition, and of the joined columns
  private record World(int seed, String type, List<String> names) {
    static World of(int seed) {
      var random = new Random(seed);
      var names = new ArrayList<>(NAMES);
      Collections.shuffle(names, random);
      var types = List.copyOf(new TreeSet<>(TYPES.keySet()));
      return new World(seed, types.get(seed % types.size()), names);
    }

    String sql() {
      var random = new Random(seed);
      var values = TYPES.getOrDefault(type, List.of());
      var sql =
          new StringBuilder(
              """
              create table members%1$d (%2$s text primary key, %3$s %8$s, %4$s char(9));
              create table ones%1$d (%5$s %8$s primary key, w text);
              create table manies%1$d (%6$s integer primary key, %7$s text, w char(4));
              """
                  .formatted(seed, name(0), name(1), name(2), name(3), name(4), name(5), type));
      for (int row = 0; row < 25; row++) {
        sql.append(
            "insert into members%d values ('%d', %s, '%s');%n"
                .formatted(
                    seed,
                    row,
                    random.nextInt(5) == 0 ? "null" : literal(values, random),
                    random.nextBoolean() ? "Active" : random.nextBoolean() ? "Retired" : "Gone"));
        sql.append(
            "insert into ones%d values (%s, 'w') on conflict do nothing;%n"
                .formatted(seed, literal(values, random)));
        sql.append(
            "insert into manies%d values (%d, '%d', 'w%d');%n"
                .formatted(seed, row * 7, random.nextInt(30), row));
      }
      return sql.toString();
    }

    RosterQuery query() {
      return new RosterQuery(
          "public",
          "members" + seed,
          names.get(0),
          RawStage.columns(names.get(0), names.get(1), names.get(2)),
          List.of(new Condition.OneOf(names.get(2), List.of("Active", "Retired"))),
          List.of(
              new Join.One("one", "ones" + seed, names.get(1), names.get(3), RawStage.columns("w")),
              new Join.Many(
                  "many", "manies" + seed, names.get(5), names.get(4), RawStage.columns("w"))));
    }

    private String name(int index) {
      return '"' + names.get(index).replace("\"", "\"\"") + '"';
    }

    private static String literal(List<String> values, Random random) {
      return "'" + values.get(random.nextInt(values.size())) + "'";
    }
  }

  private SupabaseStage stage;

  private static List<Integer> seeds() {
    return IntStream.range(0, TABLES).boxed().toList();
  }

  @BeforeAll
  void set() throws SQLException, IOException, InterruptedException {
    var tables = seeds().stream().map(World::of).map(World::sql).collect(Collectors.joining());
    stage = RawStage.of("create extension citext;\n" + tables, 9);
  }

  @AfterAll
  void strike() throws IOException {
    stage.close();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void both_ways_in_give_the_same_members(int seed) throws InterruptedException {
    var world = World.of(seed);
    var both = stage.both(world.query());

    assertThat(both.getFirst().members())
        .as("%s", world)
        .isNotEmpty()
        .isEqualTo(both.getLast().members());
    assertThat(both.getFirst().members())
        .extracting(Member::id)
        .doesNotHaveDuplicates()
        .hasOnlyElementsOfType(MemberId.class);
    assertThat(stage.overRest(world.query(), new RecordingWaiter()).everybody(_ -> {}).members())
        .isEqualTo(
            stage.overPostgres(world.query(), new RecordingWaiter()).everybody(_ -> {}).members());
  }
}
