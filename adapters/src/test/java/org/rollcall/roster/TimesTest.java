package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.model.RosterQuery;
import org.rollcall.support.RawStage;

/// Dates and times are the same over both ways in, whatever the time zones of the database and of
/// this machine.
@Tag("slow")
class TimesTest {
  private static final String TABLE =
      """
      create table times (id text primary key, zoned timestamptz, plain timestamp, day date);
      insert into times values
        ('1', '2026-01-31 08:00:00+00', '2026-01-31 08:00:00', '2026-01-31'),
        ('2', '2026-01-31 23:30:00.123456-05', '2026-01-31 23:30:00.5', '9999-12-31'),
        ('3', 'infinity', '-infinity', 'infinity'),
        ('4', '10000-01-01 00:00:00+00', '0044-03-15 12:00:00 BC', '0001-01-01 BC'),
        ('5', null, null, null);
      do $$ begin
        execute format('alter database %I set timezone to %L', current_database(), 'Asia/Kolkata');
      end $$;
      """;

  @Test
  void each_time_reads_the_same() throws Exception {
    try (var stage = RawStage.of(TABLE, 30)) {
      var columns = RawStage.columns("id", "zoned", "plain", "day");
      var both =
          stage.both(new RosterQuery("public", "times", "id", columns, List.of(), List.of()));
      assertThat(both.getFirst().members()).isEqualTo(both.getLast().members());
      var rows = both.getFirst().members().stream().map(member -> member.row()).toList();
      assertThat(rows.get(0).values())
          .contains("2026-01-31T08:00:00+00:00", "2026-01-31T08:00:00", "2026-01-31");
      assertThat(rows.get(1).values())
          .contains("2026-02-01T04:30:00.123456+00:00", "2026-01-31T23:30:00.5", "9999-12-31");
      assertThat(rows.get(2).values()).contains("infinity", "-infinity");
      assertThat(rows.get(3).values())
          .contains("10000-01-01T00:00:00+00:00", "0044-03-15T12:00:00 BC", "0001-01-01 BC");
    }
  }
}
