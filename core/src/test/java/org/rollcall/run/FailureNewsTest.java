package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.member;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.MemberId;
import org.rollcall.model.Tolerance;

/// What is new about those who failed.
class FailureNewsTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");
  private static final String REASON = "Contact 65a0b1 belongs to member 10007.";
  private static final Map<MemberId, KnownFailures.Known> LAST =
      Map.of(member("101"), known("101"), member("102"), known("102"), member("103"), known("103"));

  @Test
  void a_cause_is_a_reason_without_ids_and_people() {
    var outcome =
        Outcome.of(
            member("101"),
            "ann@example.org",
            "Ann Diaz",
            failed("Ann Diaz (ann@example.org) has contact 65a0b1."));
    assertThat(Failure.of(outcome)).contains(new Failure(member("101"), "… (…) has contact …."));
  }

  @Test
  void somebody_who_failed_before_for_the_same_cause_is_no_news() {
    var news =
        FailureNews.of(
            List.of(
                outcome("101", failed("Contact 77b1c2 belongs to member 10009.")),
                outcome("102", failed("no phone")),
                outcome("104", failed(REASON))),
            LAST,
            Set.of());
    assertThat(news.before()).extracting(Failure::member).containsExactly(member("101"));
    assertThat(news.anew())
        .extracting(Failure::member)
        .containsExactly(member("102"), member("104"));
    assertThat(news.failed()).isEqualTo(3);
  }

  @Test
  void whoever_is_right_again_has_recovered_and_whoever_left_has_not() {
    var news =
        FailureNews.of(
            List.of(
                outcome("101", new Result.Unchanged()),
                outcome("102", new Result.Skipped("no e-mail")),
                outcome("103", new Result.Updated()),
                outcome("104", new Result.Unchanged())),
            LAST,
            Set.of());
    assertThat(news.recovered()).containsExactly(member("101"), member("103"));
    assertThat(news.failed()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 104, false", "NONE, 101, false", "NONE, 109, false",
    "IGNORED, 104, false", "IGNORED, 101, false", "IGNORED, 109, true",
    "KNOWN, 104, false", "KNOWN, 101, true", "KNOWN, 109, true"
  })
  void a_scheduler_hears_of_what_is_not_tolerated(
      Tolerance tolerance, String failing, boolean tolerable) {
    var news =
        FailureNews.of(List.of(outcome(failing, failed(REASON))), LAST, Set.of(member("109")));
    assertThat(news.isTolerable(tolerance)).isEqualTo(tolerable);
  }

  @Test
  void whoever_was_not_tried_fails_as_before_unless_everybody_was() {
    var outcomes =
        List.of(
            outcome("101", failed(REASON)),
            outcome("102", new Result.Updated()),
            outcome("104", failed(REASON)));
    assertThat(FailureNews.after(outcomes, LAST, false, TUESDAY))
        .containsExactly(
            known("101"), known("103"), new KnownFailures.Known(failure("104"), TUESDAY));
    assertThat(FailureNews.after(outcomes, LAST, true, TUESDAY))
        .containsExactly(known("101"), new KnownFailures.Known(failure("104"), TUESDAY));
  }

  private static KnownFailures.Known known(String number) {
    return new KnownFailures.Known(failure(number), MONDAY);
  }

  private static Failure failure(String number) {
    return Failure.of(outcome(number, failed(REASON))).orElseThrow();
  }

  private static Result failed(String reason) {
    return new Result.Failed(reason, false, Optional.empty());
  }

  private static Outcome outcome(String number, Result result) {
    return Outcome.of(member(number), "", "", result);
  }
}
