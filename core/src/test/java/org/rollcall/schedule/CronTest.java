package org.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a cron does where clocks are changed. All expected times are in UTC.
class CronTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # New York, 14 March 2027, 2:00 to 3:00: the night is not skipped
          30 2 * * *     | America/New_York     | 2027-03-13T00:00Z | 2027-03-13T07:30Z 2027-03-14T07:00Z 2027-03-15T06:30Z
          0,30 2 * * *   | America/New_York     | 2027-03-14T00:00Z | 2027-03-14T07:00Z 2027-03-15T06:00Z
          */15 1-3 * * * | America/New_York     | 2027-03-14T06:40Z | 2027-03-14T06:45Z 2027-03-14T07:00Z 2027-03-14T07:15Z
          0 3 * * *      | America/New_York     | 2027-03-14T00:00Z | 2027-03-14T07:00Z 2027-03-15T07:00Z
          # New York, 7 November 2027, 2:00 to 1:00: once
          30 1 * * *     | America/New_York     | 2027-11-07T00:00Z | 2027-11-07T05:30Z 2027-11-08T06:30Z
          30 1 * * *     | America/New_York     | 2027-11-07T05:30Z | 2027-11-08T06:30Z
          30 1 * * *     | America/New_York     | 2027-11-07T06:10Z | 2027-11-08T06:30Z
          0 1,2 * * *    | America/New_York     | 2027-11-07T00:00Z | 2027-11-07T05:00Z 2027-11-07T07:00Z 2027-11-08T06:00Z
          # every hour goes by the time that passes
          */15 * * * *   | America/New_York     | 2027-03-14T06:40Z | 2027-03-14T06:45Z 2027-03-14T07:00Z 2027-03-14T07:15Z
          59 * * * *     | America/New_York     | 2027-03-14T06:00Z | 2027-03-14T06:59Z 2027-03-14T07:59Z
          10,40 * * * *  | America/New_York     | 2027-03-14T06:20Z | 2027-03-14T06:40Z 2027-03-14T07:10Z
          0 * * * *      | America/New_York     | 2027-11-07T04:30Z | 2027-11-07T05:00Z 2027-11-07T06:00Z 2027-11-07T07:00Z
          30 */1 * * *   | America/New_York     | 2027-11-07T04:40Z | 2027-11-07T05:30Z 2027-11-07T06:30Z 2027-11-07T07:30Z
          # Lord Howe, half an hour, 3 October 2027 2:00 to 2:30 and 4 April 2027 2:00 to 1:30
          5 * * * *      | Australia/Lord_Howe  | 2027-10-02T14:00Z | 2027-10-02T14:35Z 2027-10-02T15:30Z 2027-10-02T16:05Z
          15 2 * * *     | Australia/Lord_Howe  | 2027-10-02T00:00Z | 2027-10-02T15:30Z 2027-10-03T15:15Z
          */15 * * * *   | Australia/Lord_Howe  | 2027-04-03T14:40Z | 2027-04-03T14:45Z 2027-04-03T15:00Z 2027-04-03T15:15Z 2027-04-03T15:30Z
          45 1 * * *     | Australia/Lord_Howe  | 2027-04-03T00:00Z | 2027-04-03T14:45Z 2027-04-04T15:15Z
          # Troll, two hours, 28 March 2027 1:00 to 3:00
          30 2 * * *     | Antarctica/Troll     | 2027-03-27T12:00Z | 2027-03-28T01:00Z 2027-03-29T00:30Z
          5 * * * *      | Antarctica/Troll     | 2027-03-28T00:00Z | 2027-03-28T00:05Z 2027-03-28T01:05Z
          # Beirut, at midnight, 28 March 2027 0:00 to 1:00 and 31 October 2027 0:00 to 23:00
          0 0 * * *      | Asia/Beirut          | 2027-03-27T12:00Z | 2027-03-27T22:00Z 2027-03-28T21:00Z
          30 23 * * *    | Asia/Beirut          | 2027-10-30T12:00Z | 2027-10-30T20:30Z 2027-10-31T21:30Z
          # Nuuk, 27 March 2027, 23:00 to 0:00: the night is not skipped either
          30 23 * * *    | America/Nuuk         | 2027-03-27T12:00Z | 2027-03-28T01:00Z 2027-03-29T00:30Z
          # Apia had no 30 December 2011
          30 2 * * *     | Pacific/Apia         | 2011-12-28T12:30Z | 2011-12-29T12:30Z 2011-12-30T12:30Z
          5 * * * *      | Pacific/Apia         | 2011-12-30T09:00Z | 2011-12-30T09:05Z 2011-12-30T10:05Z
          0 9 * * FRI    | Pacific/Apia         | 2011-12-24T00:00Z | 2012-01-05T19:00Z
          # leap years and days of the week
          0 8 29 2 *     | UTC                  | 2096-03-01T00:00Z | 2104-02-29T08:00Z
          0 8 13 * 5     | UTC                  | 2026-11-28T00:00Z | 2026-12-04T08:00Z 2026-12-11T08:00Z 2026-12-13T08:00Z
          0 8 * * 7      | UTC                  | 2026-11-28T00:00Z | 2026-11-29T08:00Z 2026-12-06T08:00Z
          """)
  void comes_due(String fields, ZoneId zone, String after, String expected) {
    var moments = Stream.of(expected.split(" ")).map(CronTest::instant).toList();
    assertThat(next(Cron.of(fields, zone), instant(after), moments.size())).isEqualTo(moments);
  }

  private static Instant instant(String text) {
    return Instant.parse(text.replace("Z", ":00Z"));
  }

  private static List<Instant> next(Cron cron, Instant moment, int count) {
    return Stream.iterate(cron.next(moment), cron::next).limit(count).toList();
  }

  @Test
  void a_moment_is_found_to_the_nanosecond() {
    var cron = Cron.of("0 8 * * *", ZoneId.of("UTC"));
    var eight = Instant.parse("2026-11-28T08:00:00Z");
    assertThat(cron.next(eight.minusNanos(1))).isEqualTo(eight);
    assertThat(cron.next(eight)).isEqualTo(Instant.parse("2026-11-29T08:00:00Z"));
  }

  @Test
  void blanks_make_no_difference() {
    var zone = ZoneId.of("Europe/Berlin");
    assertThat(Cron.of(" 0  8 *\t* * ", zone))
        .isEqualTo(Cron.of("0 8 * * *", zone))
        .hasToString("0 8 * * * in Europe/Berlin")
        .isNotEqualTo(Cron.of("0 8 * * *", ZoneId.of("UTC")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 8 * *       | has 4 fields
          noon          | has 1 field
          0 0 8 * * *   | has 6 fields, and seconds are none of them
          @reboot       | is a nickname
          0 8 30 2 *    | never comes due
          60 8 * * *    | has the minute "60"
          0 8 0 * *     | has the day of the month "0"
          0 8 * 13 *    | has the month "13"
          0 8 * * FRI#2 | has the day of the week "FRI#2"
          """)
  void says_what_is_wrong(String fields, String words) {
    assertThat(CronMistake.in(fields).orElseThrow().words()).isEqualTo(words);
    assertThatThrownBy(() -> Cron.of(fields, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The cron %s.".formatted(words));
  }
}
