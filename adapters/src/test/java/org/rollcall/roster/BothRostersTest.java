package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.MemberId;
import org.rollcall.model.RosterQuery;
import org.rollcall.run.RunEvent;
import org.rollcall.sandbox.SamplePerson;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.support.Reading;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SupabaseStage;

/// Acceptance rows S1 and S2: both ways of reading give the same roster.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class BothRostersTest {
  private static final int FEW = 321;

  private SupabaseStage full;

  @BeforeAll
  void load() throws SQLException, IOException, InterruptedException {
    full = SupabaseStage.of(SampleRoster.of(SampleRoster.MEMBERS));
  }

  @AfterAll
  void close() throws IOException {
    full.close();
  }

  @Test
  void S1_S2_all_20123_members_are_the_same_from_both() throws InterruptedException {
    var both = full.both(full.query());

    assertThat(both.getFirst().members()).hasSize(20_123).isEqualTo(both.getLast().members());
    assertThat(both.getFirst().numbers()).isEqualTo(eligible(SampleRoster.of(20_123)));
  }

  @Test
  void S1_S2_pages_of_1000_are_told_as_they_are_read() throws InterruptedException {
    for (var reading : full.both(full.query())) {
      var events = reading.events();
      assertThat(events).hasSize(23);
      assertThat(events.getFirst()).isEqualTo(new RunEvent.RosterCounted(20_123, 1000));
      assertThat(events.get(1)).isEqualTo(new RunEvent.RosterPage(1, 1000));
      assertThat(events.get(20)).isEqualTo(new RunEvent.RosterPage(20, 20_000));
      assertThat(events.get(21)).isEqualTo(new RunEvent.RosterPage(21, 20_123));
      assertThat(events.getLast()).isEqualTo(new RunEvent.RosterRead(20_123));
    }
  }

  @Test
  void S3_joins_cost_requests_by_the_page_and_never_by_the_member() throws InterruptedException {
    var rest = Reading.of(full.overRest(full.query(), new RecordingWaiter()));
    var apart = Reading.of(full.overPostgres(full.query(), new RecordingWaiter()));

    assertThat(rest.requests()).isBetween(22, 70);
    assertThat(full.gateway().seen()).allMatch(seen -> seen.query().length() < 7_500);
    assertThat(apart.requests()).isEqualTo(2);
  }

  @Test
  void everybody_is_in_the_table_whether_eligible_or_not() throws InterruptedException {
    var numbers =
        SampleRoster.of(20_123).people().map(SamplePerson::number).map(MemberId::new).toList();

    var overRest = full.overRest(full.query(), new RecordingWaiter()).everybody(_ -> {});
    var overPostgres = full.overPostgres(full.query(), new RecordingWaiter()).everybody(_ -> {});
    assertThat(overRest.members()).hasSameSizeAs(numbers);
    assertThat(Set.copyOf(overRest.members())).isEqualTo(Set.copyOf(numbers));
    assertThat(overPostgres.members()).isEqualTo(overRest.members());
    assertThat(overRest.requests())
        .as("pages, and the empty one")
        .isEqualTo(Math.ceilDiv(numbers.size(), 1_000) + 1);
    assertThat(overPostgres.requests()).isOne();
  }

  @Test
  void a_limit_reads_the_first_so_many() throws InterruptedException {
    for (var limit : List.of(1, 7, 1000, 1500)) {
      for (var roster :
          List.of(
              full.overRest(full.query(), new RecordingWaiter()),
              full.overPostgres(full.query(), new RecordingWaiter()))) {
        var reading = Reading.of(roster, OptionalInt.of(limit));

        assertThat(reading.numbers())
            .isEqualTo(eligible(SampleRoster.of(20_123)).subList(0, limit));
        assertThat(reading.events())
            .contains(new RunEvent.RosterCounted(limit, 1000), new RunEvent.RosterRead(limit));
      }
    }
  }

  @Test
  void a_limit_beyond_the_roster_reads_all_of_it() throws Exception {
    try (var stage = SupabaseStage.of(SampleRoster.of(FEW))) {
      for (var roster :
          List.of(
              stage.overRest(stage.query(), new RecordingWaiter()),
              stage.overPostgres(stage.query(), new RecordingWaiter()))) {
        assertThat(Reading.of(roster, OptionalInt.of(5000)).members()).hasSize(FEW);
      }
    }
  }

  @Test
  void foreign_keys_make_no_difference() throws Exception {
    var sample = SampleRoster.of(FEW);
    try (var with = SupabaseStage.of(sample);
        var without = SupabaseStage.of(sample.withoutForeignKeys())) {
      var bound = with.both(with.query());
      var loose = without.both(without.query());

      assertThat(bound.getFirst().members())
          .hasSize(FEW)
          .isEqualTo(bound.getLast().members())
          .isEqualTo(loose.getFirst().members())
          .isEqualTo(loose.getLast().members());
      assertThat(with.gateway().seen()).noneMatch(seen -> seen.path().endsWith("/regions"));
      assertThat(without.gateway().seen()).anyMatch(seen -> seen.path().endsWith("/regions"));
    }
  }

  @Test
  void two_foreign_keys_to_one_table_make_no_difference() throws Exception {
    try (var stage = SupabaseStage.of(SampleRoster.of(FEW))) {
      stage
          .database()
          .execute(
              """
              alter table members add foreign key (region_id) references regions;
              notify pgrst, 'reload schema';
              """);
      stage.awaitTwoKeys("members", "regions");
      var both = stage.both(stage.query());

      assertThat(both.getFirst().members()).hasSize(FEW).isEqualTo(both.getLast().members());
    }
  }

  @Test
  void another_schema_is_read_by_its_name() throws Exception {
    try (var stage = SupabaseStage.of(SampleRoster.of(FEW).in("dev"))) {
      var both = stage.both(stage.query());

      assertThat(both.getFirst().members()).hasSize(FEW).isEqualTo(both.getLast().members());
      assertThat(stage.gateway().seen())
          .allMatch(seen -> "dev".equals(seen.headers().getFirst("Accept-Profile")));
    }
  }

  @Test
  void a_member_with_more_positions_than_an_answer_may_hold_keeps_them_all() throws Exception {
    try (var stage = SupabaseStage.of(SampleRoster.of(30))) {
      stage
          .database()
          .execute(
              """
              insert into positions (id, membernumber, positiontype)
              select 100000 - g, '9001', 'P' || g from generate_series(1, 1502) g
              """);
      var both = stage.both(stage.query());

      assertThat(both.getFirst().members()).isEqualTo(both.getLast().members());
      assertThat(positions(both.getFirst(), "9001")).hasSizeGreaterThanOrEqualTo(1502);
    }
  }

  @Test
  void a_server_that_gives_fewer_rows_than_asked_is_read_to_its_end() throws Exception {
    try (var stage = SupabaseStage.of(SampleRoster.of(FEW), 100)) {
      var both = stage.both(stage.query());

      assertThat(both.getFirst().members()).hasSize(FEW).isEqualTo(both.getLast().members());
      assertThat(both.getFirst().events())
          .startsWith(
              new RunEvent.RosterCounted(FEW, 100),
              new RunEvent.RosterPage(1, 100),
              new RunEvent.RosterPage(2, 200));
    }
  }

  @Test
  void every_kind_of_value_reads_the_same() throws Exception {
    try (var stage = SupabaseStage.of(SampleRoster.of(1))) {
      stage.database().execute(oddValues(stage.database().name()));
      var both = stage.both(oddQuery());

      assertThat(both.getFirst().members()).hasSize(5).isEqualTo(both.getLast().members());
      assertThat(both.getFirst().members().getFirst().row())
          .containsEntry("Big Number", 9_007_199_254_740_993L)
          .containsEntry("dues", new BigDecimal("12.50"))
          .containsEntry("huge", new BigInteger("123456789012345678901234567890"))
          .containsEntry("seen", "2024-06-01T04:08:00+00:00")
          .containsEntry("born", "1980-02-29")
          .containsEntry("active", true)
          .containsEntry("home", Map.of("title", "Zürich, \"Kloten\""));
    }
  }

  private static String oddValues(String database) {
    return """
    set timezone to 'Asia/Kolkata';
    alter database "%s" set timezone to 'America/New_York';
    create table places (code text primary key, title text);
    insert into places values ('a,b "c" (d)\\e', 'Zürich, "Kloten"'), ('null', 'Nowhere');
    create table "Odd Members" (
      "Key, No." text primary key, "Big Number" bigint, dues numeric(12, 2), huge numeric,
      seen timestamptz, noon timestamp, born date, active boolean, ratio double precision,
      extra jsonb, tags text[], place text, kind text);
    insert into "Odd Members" values
      ('A+1&b=c', 9007199254740993, 12.50, 123456789012345678901234567890,
       '2024-06-01 04:08:00+00', '2024-06-01 12:00:00.5', '1980-02-29', true, 0.1,
       '{"a": [1, 2.50, null]}', '{x,"y,z"}', 'a,b "c" (d)\\e', 'a "quoted", (kind)'),
      ('B 2%%', -1, 0.00, 1.000, '1999-12-31 23:59:59.123456-05', null, null, false, 1e300,
       null, '{}', 'null', 'null'),
      ('Ü', null, null, 'NaN', null, null, null, null, 'Infinity', '"text"', null, 'gone',
       'null'),
      ('ü\\ back"slash', null, null, null, null, null, null, null, null, 'null', null, null,
       'null'),
      ('z', null, null, 0, 'infinity', null, '0044-03-15 BC', null, -0.0, '[]', null, '',
       'null');
    grant select on all tables in schema public to service_role;
    notify pgrst, 'reload schema';
    """
        .formatted(database);
  }

  private static RosterQuery oddQuery() {
    var columns = new TreeMap<String, ColumnType>();
    for (var name :
        List.of(
            "Key, No.",
            "Big Number",
            "dues",
            "huge",
            "seen",
            "noon",
            "born",
            "active",
            "ratio",
            "extra",
            "tags")) {
      columns.put(name, ColumnType.TEXT);
    }
    return new RosterQuery(
        "public",
        "Odd Members",
        "Key, No.",
        columns,
        List.of(new Condition.OneOf("kind", List.of("a \"quoted\", (kind)", "null"))),
        List.of(
            new Join.One(
                "home",
                "places",
                "place",
                "code",
                new TreeMap<>(Map.of("title", ColumnType.TEXT)))));
  }

  private static List<String> eligible(SampleRoster roster) {
    return roster
        .people()
        .filter(person -> List.of("Active", "Retired").contains(person.status()))
        .filter(person -> person.email() != null)
        .map(SamplePerson::number)
        .sorted()
        .toList();
  }

  private static List<?> positions(Reading reading, String number) {
    return reading.members().stream()
        .filter(member -> member.id().value().equals(number))
        .map(member -> (List<?>) member.row().get("positions"))
        .findFirst()
        .orElseThrow();
  }
}
