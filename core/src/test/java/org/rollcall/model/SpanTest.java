package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class SpanTest {
  private static final long OLDEST = Instant.parse("2019-02-03T04:05:06Z").getEpochSecond();
  private static final long NEWEST = Instant.parse("2026-11-22T23:59:59Z").getEpochSecond();

  static Stream<ZoneId> zones() {
    return Stream.concat(
        ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of),
        Stream.of(ZoneOffset.ofHours(14), ZoneOffset.ofHours(-12)));
  }

  @ParameterizedTest
  @MethodSource("zones")
  void whichever_the_zone_no_moment_is_between_spans_that_are_compared_by_the_day(ZoneId zone) {
    assertWhole((span, moment) -> isWithinByDay(span, moment, zone));
  }

  @Test
  void no_moment_is_between_spans_that_are_compared_to_the_second() {
    assertWhole(SpanTest::isWithin);
  }

  @Test
  void a_narrow_span_has_no_halves() {
    assertThat(Span.ALL.halves(NEWEST - 6 * 86_400 + 1, NEWEST)).isEmpty();
    assertThat(Span.ALL.halves(NEWEST - 6 * 86_400, NEWEST)).hasSize(2);
    assertThat(new Span(OLDEST, OptionalLong.of(OLDEST + 5 * 86_400)).halves(0, NEWEST)).isEmpty();
  }

  @Test
  void halves_share_two_days_in_the_middle_of_what_there_is() {
    var middle = OLDEST + (NEWEST - OLDEST) / 2;
    assertThat(Span.ALL.halves(OLDEST, NEWEST))
        .containsExactly(
            new Span(0, OptionalLong.of(middle + 2 * 86_400)),
            new Span(middle, OptionalLong.empty()));
  }

  private static void assertWhole(BiPredicate<Span, Long> isWithin) {
    var random = new SplittableRandom(7);
    for (int world = 0; world < 20; world++) {
      var spans = split(random);
      for (int each = 0; each < 200; each++) {
        long moment = random.nextLong(OLDEST, NEWEST + 1);
        assertThat(spans).anyMatch(span -> isWithin.test(span, moment));
      }
    }
  }

  /// Splits the time at random places, as often as possible.
  private static List<Span> split(SplittableRandom random) {
    var spans = new ArrayList<>(List.of(Span.ALL));
    for (int time = 0; time < 40; time++) {
      int which = random.nextInt(spans.size());
      var halves = spans.get(which).halves(OLDEST, NEWEST);
      if (!halves.isEmpty()) {
        spans.remove(which);
        spans.addAll(halves);
      }
    }
    return spans;
  }

  private static boolean isWithin(Span span, long moment) {
    return moment > span.after() && moment < span.before().orElse(Long.MAX_VALUE);
  }

  private static boolean isWithinByDay(Span span, long moment, ZoneId zone) {
    var day = day(moment, zone);
    return day.isAfter(day(span.after(), zone))
        && (span.before().isEmpty() || day.isBefore(day(span.before().getAsLong(), zone)));
  }

  private static LocalDate day(long moment, ZoneId zone) {
    return LocalDate.ofInstant(Instant.ofEpochSecond(moment), zone);
  }
}
