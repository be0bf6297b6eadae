package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.acceptance.Stage.Ran;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.StoredContact;

/// A joined table that lost its rows, by row-level security or by an import, over both ways in.
@Tag("slow")
class LostRowsTest {
  private static final String ROLE = "reader_of_positions";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "REST, 1200, 232",
    "POSTGRES, 500, 58",
    "REST, 50, 6",
    "POSTGRES, 200, 40",
    "POSTGRES, 30, 3"
  })
  void positions_that_row_level_security_hides_are_cleared_of_nobody(
      Way way, int members, int holders) throws Exception {
    try (var stage = stage(members, holders)) {
      assertThat(run(way, stage, "sync").code()).isZero();
      assertThat(holding(stage, "positions")).isEqualTo(holders);
      stage.sql("drop policy shown on all_positions");
      var before = stage.writes();
      var refused = run(way, stage, "sync");
      assertThat(refused.code()).as(refused.err()).isEqualTo(4);
      assertThat(refused.err())
          .contains(
              "The joined table public.positions (roster.join.positions) gives the members 0 rows, compared with %d at the best of the last good runs"
                  .formatted(holders))
          .contains("Row-level security or a missing grant is likely to hide its rows")
          .contains(grant(way));
      assertThat(stage.writes()).isEqualTo(before);
      assertThat(holding(stage, "positions")).isEqualTo(holders);
      var doctor = run(way, stage, "doctor");
      assertThat(doctor.code()).isEqualTo(1);
      assertThat(plain(doctor.out()))
          .contains("✗ Table positions")
          .contains(
              "The joined table public.positions (roster.join.positions) gives the members 0 rows, compared with %d at the best of the last good runs."
                  .formatted(holders))
          .contains(grant(way));
      assertThat(run(way, stage, "sync", "--force").code()).isZero();
      assertThat(holding(stage, "positions")).isZero();
      assertThat(run(way, stage, "sync").code()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_first_run_on_a_new_machine_knows_it_from_the_contacts(Way way) throws Exception {
    try (var stage = stage(50, 6)) {
      assertThat(run(way, stage, "sync").code()).isZero();
      stage.sql("truncate all_positions");
      forget(stage);
      var refused = run(way, stage, "sync", "--no-lease");
      assertThat(refused.code()).as(refused.err()).isEqualTo(4);
      assertThat(refused.err())
          .contains(
              "gives the members 0 rows, and 6 contacts would lose or change what it gave them.");
      assertThat(holding(stage, "positions")).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_table_that_members_point_to_is_judged_as_well_and_so_are_two_at_once(Way way)
      throws Exception {
    try (var stage = stage(60, 6)) {
      assertThat(run(way, stage, "sync").code()).isZero();
      int regions = holding(stage, "region");
      stage.sql("update members set region_id = null");
      stage.sql("truncate all_positions");
      var refused = run(way, stage, "sync");
      assertThat(refused.code()).as(refused.err()).isEqualTo(4);
      assertThat(refused.err())
          .contains("public.positions (roster.join.positions)")
          .contains("public.regions (roster.join.region) gives the members 0 rows");
      assertThat(holding(stage, "region")).isEqualTo(regions).isPositive();
    }
  }

  @Test
  void regions_that_row_level_security_hides_are_cleared_of_nobody() throws Exception {
    try (var stage = stage(60, 6)) {
      assertThat(run(Way.POSTGRES, stage, "sync").code()).isZero();
      int regions = holding(stage, "region");
      stage.sql("alter table regions enable row level security");
      var refused = run(Way.POSTGRES, stage, "sync");
      assertThat(refused.code()).as(refused.err()).isEqualTo(4);
      assertThat(refused.err())
          .contains("public.regions (roster.join.region) gives the members 0 rows")
          .contains("grant select on public.regions to " + ROLE);
      assertThat(holding(stage, "region")).isEqualTo(regions).isPositive();
      assertThat(run(Way.POSTGRES, stage, "doctor").out()).contains("✗ Table regions");
    }
  }

  @ParameterizedTest
  @EnumSource
  void keys_that_belong_to_nobody_give_no_rows_though_the_table_is_as_large_as_before(Way way)
      throws Exception {
    try (var stage = stage(60, 20)) {
      assertThat(run(way, stage, "sync").code()).isZero();
      stage.sql("alter table all_positions drop constraint positions_membernumber_fkey");
      stage.sql("update all_positions set membernumber = 'x' || membernumber");
      var refused = run(way, stage, "sync");
      assertThat(refused.code()).as(refused.err()).isEqualTo(4);
      assertThat(refused.err()).contains("gives the members 0 rows, compared with 20");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_little_every_night_is_seen_against_the_best_night(Way way) throws Exception {
    try (var stage = stage(300, 100)) {
      assertThat(run(way, stage, "sync").code()).isZero();
      stage.sql(keep(81));
      assertThat(run(way, stage, "sync").code()).isZero();
      stage.sql(keep(66));
      var refused = run(way, stage, "sync");
      assertThat(refused.code()).as(refused.err()).isEqualTo(4);
      assertThat(refused.err())
          .contains("gives the members 66 rows, compared with 100")
          .contains("safeguard.shrink (20 %) allows 25 to be missing");
      assertThat(run(way, stage, "doctor").out()).contains("✗ Table positions");
      assertThat(run(way, stage, "sync", "--limit", "5").code()).isZero();
      assertThat(run(way, stage, "sync").code()).isEqualTo(4);
    }
  }

  /// The reader sees the positions through a policy.
  private static Ran run(Way way, Stage stage, String... arguments) {
    return way.runAs(ROLE, stage, arguments);
  }

  private static String grant(Way way) {
    return "grant select on public.positions to %s;"
        .formatted(way == Way.REST ? "service_role" : ROLE);
  }

  private Stage stage(int members, int holders) throws Exception {
    var stage = new Stage(SampleRoster.of(members), folder);
    stage.sql(
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = 'ROLE') then
            create role ROLE login;
          end if;
        end $$;
        delete from positions;
        insert into positions(id, membernumber, positiontype, start_date)
          select row_number() over (order by membernumber), membernumber, 'PRES', '2020-01-01'
          from members where status in ('Active', 'Retired') and email is not null
          order by membernumber limit HOLDERS;
        grant usage on schema public to ROLE;
        create policy everybody on members for select to ROLE using (true);
        alter table positions rename to all_positions;
        create policy shown on all_positions for select to ROLE using (true);
        create view positions as select * from all_positions;
        grant select on all tables in schema public to ROLE, service_role;
        grant create on schema public to ROLE;
        alter view positions owner to ROLE;
        grant select on positions to service_role;
        """
            .replace("ROLE", ROLE)
            .replace("HOLDERS", "" + holders));
    return stage;
  }

  private static String keep(int rows) {
    return "delete from all_positions where id not in (select id from all_positions order by id limit %d)"
        .formatted(rows);
  }

  private void forget(Stage stage) throws Exception {
    try (Stream<Path> files = Files.list(Path.of(stage.path(".rollcall")))) {
      for (var file :
          files.filter(each -> each.getFileName().toString().contains(".db")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static int holding(Stage stage, String attribute) {
    return (int)
        stage.world.contacts().stream()
            .filter(StoredContact::isActive)
            .filter(contact -> contact.attributes().get(attribute) != null)
            .count();
  }

  /// The text in one line, without the table's borders.
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
