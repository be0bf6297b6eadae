package org.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds around every change of the clock, in zones with odd ones.
class CronLawsTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration HOURS = Duration.ofHours(5);
  private static final Duration DAYS = Duration.ofDays(3);

  /// A zone and one change of its clock.
  record Change(ZoneId zone, ZoneOffsetTransition transition) {
    List<Instant> runs(Cron cron, Duration around) {
      var end = transition.getInstant().plus(around);
      var first = cron.next(transition.getInstant().minus(around));
      return Stream.iterate(first, run -> run.isBefore(end), cron::next).toList();
    }

    @Override
    public String toString() {
      return zone + " " + transition.getInstant();
    }
  }

  static Stream<Change> changes() {
    return Stream.of(
            "America/New_York",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Antarctica/Troll",
            "Asia/Beirut",
            "Pacific/Apia",
            "America/Nuuk")
        .map(ZoneId::of)
        .flatMap(
            zone -> changes(zone, zone.getId().endsWith("Apia") ? "2011-09-01" : "2026-11-28"));
  }

  private static Stream<Change> changes(ZoneId zone, String from) {
    var rules = zone.getRules();
    var first = rules.nextTransition(LocalDate.parse(from).atStartOfDay(zone).toInstant());
    return Stream.iterate(
            first, Objects::nonNull, change -> rules.nextTransition(change.getInstant()))
        .limit(2)
        .map(change -> new Change(zone, change));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void each_day_has_one_run_of_a_daily_cron(Change change) {
    var clock = new WallClock(change.zone());
    for (var time : times(change)) {
      var cron = Cron.of("%d %d * * *".formatted(time.getMinute(), time.getHour()), change.zone());
      var runs = change.runs(cron, DAYS);
      var first = LocalDate.ofInstant(runs.getFirst(), change.zone());
      var days =
          first.datesUntil(first.plusDays(30)).filter(clock::exists).limit(runs.size()).toList();
      for (int i = 0; i < runs.size(); i++) {
        var day = days.get(i);
        assertThat(clock.moment(day.atTime(time))).as("%s on %s", cron, day).hasValue(runs.get(i));
      }
    }
  }

  /// Times of day in and around the change, and by chance.
  private static List<LocalTime> times(Change change) {
    var dice = new Random(change.transition().getInstant().getEpochSecond());
    var before = change.transition().getDateTimeBefore();
    var after = change.transition().getDateTimeAfter();
    return Stream.of(
            before,
            after,
            before.plusMinutes(17),
            after.plusMinutes(17),
            before.minusMinutes(13),
            before.withHour(dice.nextInt(24)).withMinute(dice.nextInt(60)))
        .map(LocalDateTime::toLocalTime)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void every_quarter_of_an_hour_neither_stalls_nor_doubles(Change change) {
    var runs = change.runs(Cron.of("*/15 * * * *", change.zone()), HOURS);
    for (int i = 1; i < runs.size(); i++) {
      assertThat(Duration.between(runs.get(i - 1), runs.get(i))).isEqualTo(QUARTER);
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_cron_of_every_hour_never_lets_more_than_an_hour_pass(Change change) {
    for (int minute : List.of(0, 5, 31, 59)) {
      var runs = change.runs(Cron.of(minute + " * * * *", change.zone()), HOURS);
      for (int i = 1; i < runs.size(); i++) {
        assertThat(Duration.between(runs.get(i - 1), runs.get(i)))
            .isPositive()
            .isLessThanOrEqualTo(longest(change.transition()));
      }
    }
  }

  /// Where half an hour comes twice, a time outside of it comes after an hour and a half.
  private static Duration longest(ZoneOffsetTransition transition) {
    var hour = Duration.ofHours(1);
    var again = transition.getDuration().negated();
    return again.isPositive() && again.compareTo(hour) < 0 ? hour.plus(again) : hour;
  }

  @ParameterizedTest
  @MethodSource("changes")
  void the_next_is_the_same_from_wherever_one_looks(Change change) {
    var dice = new Random(change.transition().getInstant().getEpochSecond());
    for (var fields : List.of("17,47 0-3 * * *", "5 1,2,23 * * *")) {
      var cron = Cron.of(fields, change.zone());
      var runs = change.runs(cron, DAYS);
      for (int i = 0; i < 15; i++) {
        var moment = change.transition().getInstant().plusSeconds(dice.nextLong(-20_000, 20_000));
        var expected = runs.stream().filter(run -> run.isAfter(moment)).findFirst();
        assertThat(cron.next(moment)).isEqualTo(expected.orElseThrow());
      }
    }
  }
}
