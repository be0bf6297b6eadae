package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;
import org.rollcall.support.RawStage;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SupabaseStage;

/// Keys of every type find the same joined rows over REST and over PostgreSQL: those that the
/// database takes for equal.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class KeyTypesTest {
  /// @param here the type of the members' columns
  /// @param there the type of the joined columns
  /// @param key the member's value
  /// @param equal the same in other words, for the joined tables
  /// @param joined whether the database takes them for equal
  record Case(String here, String there, String key, String equal, boolean joined) {
    @Override
    public String toString() {
      return "%s %s and %s %s".formatted(here, key, there, equal);
    }
  }

  private static final List<Case> CASES =
      List.of(
          alike("integer", "42", "42"),
          alike("bigint", "9007199254740993", "9007199254740993"),
          new Case("numeric", "integer", "1.0", "1", true),
          new Case("integer", "numeric", "1", "1.00", true),
          new Case("smallint", "bigint", "7", "7", true),
          new Case("bigint", "double precision", "7", "7", true),
          alike("numeric", "1.0", "1.000"),
          alike("numeric(20,5)", "100", "100.00000"),
          alike("numeric", "123456789012345678901234567890", "123456789012345678901234567890.0"),
          alike("double precision", "0.1", "1e-1"),
          alike("double precision", "1e300", "1e300"),
          alike("real", "1.5", "1.50"),
          alike(
              "uuid",
              "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11",
              "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
          alike("citext", "Anna", "ANNA"),
          alike("char(10)", "abc", "abc   "),
          new Case("char(5)", "char(10)", "abc", "abc", true),
          new Case("char(10)", "text", "abc", "abc", true),
          new Case("text", "char(10)", "abc", "abc", true),
          new Case("char(8)", "varchar(20)", "a b", "a b", true),
          alike("varchar(20)", "abc", "abc"),
          new Case("varchar(20)", "text", "abc", "abc", true),
          new Case("text", "citext", "abc", "ABC", true),
          new Case("citext", "text", "abc", "ABC", false),
          new Case("citext", "text", "abc", "abc", true),
          new Case("text", "text", "abc", "ABC", false),
          new Case("text", "text", "abc", "abc ", false),
          new Case("text", "text", "\u00e9", "e\u0301", false),
          new Case("text", "text", "abc   ", "abc", false),
          new Case("char(5)", "citext", "abc", "ABC", true),
          new Case("char(5)", "text", "abc", "abc ", false),
          new Case("text", "integer", "42", "42", true),
          new Case("text", "integer", "0042", "42", false),
          new Case("integer", "text", "42", "42", true),
          new Case("integer", "text", "42", "0042", false),
          new Case("numeric", "text", "1.0", "1", true),
          alike("date", "2024-02-29", "29 Feb 2024"),
          alike("date", "infinity", "infinity"),
          alike("timestamptz", "2024-06-01 04:08:00+00", "2024-06-01 09:38:00+05:30"),
          alike("timestamp", "2024-06-01 04:08:00.5", "2024-06-01 04:08:00.500"),
          alike("time", "04:08", "04:08:00.0"),
          alike("bytea", "\\xDEADBEEF", "\\xdeadbeef"),
          alike("boolean", "t", "yes"),
          alike("kind", "in bloom", "in bloom"),
          alike("tag", "Anna", "ANNA"),
          alike("code", "x", "x"),
          alike("nocase", "Anna", "ANNA"),
          alike("noaccent", "Jose", "José"),
          new Case("noaccent", "noaccent", "José", "JOSÉ", false),
          alike("inet", "10.0.0.1", "10.0.0.1/32"));

  private SupabaseStage stage;

  private static Case alike(String type, String key, String equal) {
    return new Case(type, type, key, equal, true);
  }

  private static List<Integer> cases() {
    return IntStream.range(0, CASES.size()).boxed().toList();
  }

  @BeforeAll
  void set() throws SQLException, IOException, InterruptedException {
    stage =
        RawStage.of(
            """
            create extension citext;
            create type kind as enum ('in bloom', 'gone');
            create domain tag as citext;
            create domain code as text check (length(value) < 9);
            create collation nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
            create collation noaccent (provider = icu, locale = 'und-u-ks-level1-kc-true', deterministic = false);
            """
                + cases().stream().map(KeyTypesTest::tables).collect(Collectors.joining()),
            1000);
  }

  @AfterAll
  void strike() throws IOException {
    stage.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_same_rows_are_joined_over_both(int number) throws InterruptedException {
    var expected = CASES.get(number);
    var both = stage.both(query(number));

    assertThat(both.getFirst().members())
        .as("%s", expected)
        .hasSize(1)
        .isEqualTo(both.getLast().members());
    var row = both.getFirst().members().getFirst().row();
    assertThat(row.get("one") != null).as("%s", expected).isEqualTo(expected.joined());
    assertThat((List<?>) row.get("many")).as("%s", expected).hasSize(expected.joined() ? 2 : 0);
    assertThat(stage.overRest(query(number), new RecordingWaiter()).everybody(_ -> {}).members())
        .isEqualTo(
            stage.overPostgres(query(number), new RecordingWaiter()).everybody(_ -> {}).members());
  }

  private static RosterQuery query(int number) {
    return new RosterQuery(
        "public",
        "members" + number,
        "key",
        RawStage.columns("key"),
        List.of(),
        List.of(
            new Join.One("one", "ones" + number, "key", "key", RawStage.columns("v")),
            new Join.Many("many", "manies" + number, "key", "id", RawStage.columns("v"))));
  }

  private static String tables(int number) {
    var one = CASES.get(number);
    return """
    create table members%1$d (key %2$s primary key);
    insert into members%1$d values ('%4$s');
    create table ones%1$d (key %3$s primary key, v text);
    insert into ones%1$d values ('%5$s', 'v');
    create table manies%1$d (id integer primary key, key %3$s, v text);
    insert into manies%1$d values (1, '%5$s', 'v'), (2, '%5$s', 'w');
    """
        .formatted(number, type(one.here()), type(one.there()), one.key(), one.equal());
  }

  private static String type(String name) {
    return name.startsWith("no") ? "text collate " + name : name;
  }
}
