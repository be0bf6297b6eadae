package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.FieldName;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.support.People;

/// First loads in bulk, with all that may go wrong with them.
@Tag("slow")
class FirstLoadTest {
  private static final int SOME = 1_234;
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void a_first_load_of_20_123_takes_fewer_than_400_calls() {
    var stage = new NightStage(20_123, bulk(Duration.ofSeconds(20), Duration.ZERO, 0));
    var report = stage.night();
    assertThat(report.requests().intercom()).isLessThan(400);
    assertThat(report.totals()).isEqualTo(new Totals(20_123, 20_123, 0, 0, 0, 0, 0, 0));
    assertThat(report.status()).isEqualTo(Report.Status.SUCCEEDED);
    assertThat(stage.active()).hasSize(20_123).doesNotHaveDuplicates();
    assertThat(stage.troubles()).isEmpty();
    assertThat(stage.plannedAnew()).isEqualTo(1);
    assertUnchanged(stage);
  }

  @ParameterizedTest
  @EnumSource(OpenQuestion.BulkPassedOver.class)
  void whoever_intercom_passes_over_in_silence_is_made_one_by_one(
      OpenQuestion.BulkPassedOver told) {
    var stage = new NightStage(20_123, bulk(Duration.ZERO, Duration.ZERO, 100).with(told));
    var report = stage.night();
    assertThat(report.totals()).isEqualTo(new Totals(20_123, 20_123, 0, 0, 0, 0, 0, 0));
    assertThat(stage.intercom.log().count(CallKind.CREATE)).isEqualTo(201);
    assertThat(report.requests().intercom()).isLessThan(400 + 201);
    assertThat(stage.active()).hasSize(20_123).doesNotHaveDuplicates();
    assertUnchanged(stage);
  }

  @Test
  void an_archived_contact_is_passed_over_and_brought_back_afterwards() {
    var stage = new NightStage(SOME, Behaviour.DEFAULT);
    var archived = new ContactState.Archived();
    stage.world.put(stored("own", "10007", "m7@example.org").with(archived));
    stage.world.put(stored("nameless", "", "m8@example.org").with(archived));
    var report = stage.night();
    assertThat(report.totals()).isEqualTo(new Totals(SOME, SOME - 2, 2, 0, 0, 0, 0, 0));
    assertThat(outcome(report, "10007").contact()).contains(People.contactId("own"));
    assertUnchanged(stage);
  }

  @Test
  void contacts_that_bulk_made_are_told_as_created_with_their_fields() {
    var report = new NightStage(SOME, Behaviour.DEFAULT).night();
    assertThat(report.members()).hasSize(SOME);
    var outcome = outcome(report, "10001");
    assertThat(outcome.result()).isInstanceOf(Result.Created.class);
    assertThat(outcome.contact()).isPresent();
    assertThat(outcome.differences()).extracting(each -> each.field()).contains(FieldName.NAME);
  }

  @ParameterizedTest
  @EnumSource(OpenQuestion.BulkTooOld.class)
  void a_version_without_bulk_is_told_and_everybody_made_one_by_one(
      OpenQuestion.BulkTooOld answer) {
    var stage = new NightStage(SOME, Behaviour.DEFAULT.with(answer));
    stage.version = "2.16";
    var report = stage.night();
    assertThat(report.totals().created()).isEqualTo(SOME);
    assertThat(stage.intercom.log().count(CallKind.BULK)).isLessThanOrEqualTo(3);
    assertThat(stage.intercom.log().count(CallKind.CREATE)).isEqualTo(SOME);
    assertThat(stage.troubles()).isNotEmpty().allMatch(text -> text.contains("one by one"));
  }

  @Test
  void a_token_that_may_not_is_told_and_everybody_made_one_by_one() {
    var stage = new NightStage(SOME, Behaviour.DEFAULT);
    stage.intercom.faults(Faults.of(Faults.Rule.always(CallKind.BULK, Fault.FORBIDDEN)));
    assertThat(stage.night().totals().created()).isEqualTo(SOME);
    assertThat(stage.intercom.log().count(CallKind.BULK)).isOne();
    assertThat(stage.troubles()).singleElement().asString().contains("a token that may write");
  }

  @Test
  void jobs_that_take_no_second_hundred_are_opened_anew_each_time() {
    var stage =
        new NightStage(SOME, bulk(SECOND, Duration.ZERO, 0).with(OpenQuestion.BulkAppend.CLOSED));
    assertThat(stage.night().totals().created()).isEqualTo(SOME);
    assertThat(stage.intercom.log().count(CallKind.BULK)).isEqualTo(13 + 1);
    assertThat(stage.intercom.log().count(CallKind.CREATE)).isZero();
  }

  @Test
  void
      where_intercom_does_not_tell_how_far_it_is_whoever_does_not_show_up_waits_for_the_next_run() {
    var stage =
        new NightStage(
            SOME, bulk(SECOND, Duration.ZERO, 100).with(OpenQuestion.BulkJobPage.MISSING));
    var report = stage.night();
    assertThat(report.status()).isEqualTo(Report.Status.PARTIAL);
    assertThat(report.totals()).isEqualTo(new Totals(SOME, SOME - 12, 0, 0, 0, 12, 0, 0));
    assertThat(stage.intercom.log().count(CallKind.CREATE)).isZero();
    assertThat(stage.night().totals()).isEqualTo(new Totals(SOME, 12, 0, SOME - 12, 0, 0, 0, 0));
    assertUnchanged(stage);
  }

  @Test
  void a_job_that_is_not_finished_in_half_an_hour_is_left_to_the_next_run() {
    var stage = new NightStage(SOME, bulk(Duration.ofHours(1), Duration.ZERO, 0));
    var report = stage.night();
    assertThat(report.totals()).isEqualTo(new Totals(SOME, 0, 0, 0, 0, SOME, 0, 0));
    assertThat(stage.intercom.log().count(CallKind.CREATE)).isZero();
    assertThat(report.members().getFirst().result())
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> assertThat(failed.reason()).contains("the next run finds out"));
    stage.pass(Duration.ofHours(1));
    assertUnchanged(stage);
  }

  @Test
  void contacts_that_are_late_to_show_up_are_waited_for_and_not_made_again() {
    var stage = new NightStage(SOME, bulk(SECOND, Duration.ofMinutes(2), 100));
    var report = stage.night();
    assertThat(report.totals().created()).isEqualTo(SOME);
    assertThat(stage.intercom.log().count(CallKind.CREATE)).isEqualTo(12);
    assertThat(stage.active()).doesNotHaveDuplicates();
  }

  @Test
  void a_hundred_whose_answer_is_lost_counts_where_it_shows_up() {
    var stage = new NightStage(SOME, Behaviour.DEFAULT);
    stage.intercom.faults(Faults.of(Faults.Rule.nth(3, CallKind.BULK, Fault.RESET_AFTER)));
    var report = stage.night();
    assertThat(report.totals().created()).isEqualTo(SOME);
    assertThat(stage.troubles()).singleElement().asString().contains("is not known");
    assertThat(stage.intercom.log().count(CallKind.CREATE)).isZero();
  }

  @Test
  void a_hundred_that_may_have_been_lost_is_left_to_the_next_run() {
    var stage = new NightStage(SOME, Behaviour.DEFAULT);
    stage.intercom.faults(Faults.of(Faults.Rule.nth(3, CallKind.BULK, Fault.RESET_BEFORE)));
    var report = stage.night();
    assertThat(report.totals()).isEqualTo(new Totals(SOME, SOME - 100, 0, 0, 0, 100, 0, 0));
    assertThat(report.status()).isEqualTo(Report.Status.PARTIAL);
    assertThat(stage.night().totals()).isEqualTo(new Totals(SOME, 100, 0, SOME - 100, 0, 0, 0, 0));
  }

  @Test
  void after_three_troubles_in_a_row_the_rest_goes_one_by_one() {
    var stage = new NightStage(SOME, Behaviour.DEFAULT);
    stage.intercom.faults(Faults.of(Faults.Rule.always(CallKind.BULK, Fault.BAD_GATEWAY)));
    var report = stage.night();
    assertThat(report.totals()).isEqualTo(new Totals(SOME, SOME - 300, 0, 0, 0, 300, 0, 0));
    assertThat(stage.intercom.log().count(CallKind.BULK)).isEqualTo(3);
    stage.intercom.faults(Faults.none());
    assertThat(stage.night().totals().created()).isEqualTo(300);
  }

  @Test
  void a_hundred_that_intercom_refuses_whole_is_made_one_by_one() {
    var stage =
        new NightStage(
            SOME,
            Behaviour.DEFAULT.with(
                OpenQuestion.BulkBadItem.REFUSED_422, OpenQuestion.BadPhone.REFUSED_422));
    var bad = stage.members.get(250);
    stage.members.set(250, People.with(bad, FieldName.PHONE, People.put("12")));
    var report = stage.night();
    assertThat(report.totals().created()).isEqualTo(SOME);
    assertThat(stage.intercom.log().count(CallKind.CREATE)).isEqualTo(100 + 1);
    assertThat(outcome(report, bad.member().value()).warnings()).isNotEmpty();
  }

  @Test
  void members_with_one_email_go_one_by_one() {
    var stage = new NightStage(SOME, Behaviour.DEFAULT.with(OpenQuestion.KnownEmail.SECOND_USER));
    stage.members.set(5, People.wanted("10006", "m9@example.org"));
    assertThat(stage.night().totals().created()).isEqualTo(SOME);
    assertThat(stage.intercom.log().count(CallKind.CREATE)).isEqualTo(2);
  }

  @Test
  void a_thousand_creates_are_no_first_load() {
    var stage = new NightStage(1_000, Behaviour.DEFAULT);
    assertThat(stage.night().totals().created()).isEqualTo(1_000);
    assertThat(stage.intercom.log().count(CallKind.BULK)).isZero();
  }

  @Test
  void a_plan_that_is_refused_is_not_carried_out_in_bulk_either() {
    var stage = new NightStage(SOME, Behaviour.DEFAULT);
    for (int number = 0; number < SOME; number++) {
      stage.world.put(stored("c" + number, "old-" + number, "o" + number + "@example.org"));
    }
    assertThat(stage.night().status()).isEqualTo(Report.Status.REFUSED);
    assertThat(stage.intercom.log().writes()).isZero();
  }

  @Test
  void asked_to_stop_it_hands_over_no_more_and_the_next_run_finds_the_rest() {
    var stage = new NightStage(SOME, bulk(SECOND, Duration.ZERO, 0));
    var report = stage.night(() -> stage.intercom.log().count(CallKind.BULK) >= 4);
    assertThat(report.status()).isEqualTo(Report.Status.INTERRUPTED);
    assertThat(report.totals()).isEqualTo(new Totals(SOME, 0, 0, 0, SOME - 400, 400, 0, 0));
    stage.pass(SECOND);
    var next = stage.night();
    assertThat(next.totals()).isEqualTo(new Totals(SOME, SOME - 400, 0, 400, 0, 0, 0, 0));
    assertThat(stage.active()).hasSize(SOME).doesNotHaveDuplicates();
  }

  @Test
  void asked_to_stop_while_intercom_is_at_work_it_does_not_wait_for_it() {
    var stage = new NightStage(SOME, bulk(SECOND, Duration.ZERO, 0));
    var report = stage.night(() -> stage.intercom.log().count(CallKind.JOB) >= 1);
    assertThat(report.status()).isEqualTo(Report.Status.INTERRUPTED);
    assertThat(report.totals().failed()).isEqualTo(SOME);
    stage.pass(SECOND);
    assertUnchanged(stage);
  }

  @Test
  void where_the_contacts_cannot_be_read_again_the_run_says_what_is_open() {
    var stage = new NightStage(SOME, bulk(SECOND, Duration.ZERO, 0));
    stage.intercom.faults(
        Faults.of(
            new Faults.Rule(Fault.SERVER_ERROR, Set.of(CallKind.LIST), 2, Faults.Rule.ALWAYS, 1)));
    var report = stage.night();
    assertThat(report.status()).isEqualTo(Report.Status.FAILED);
    assertThat(report.reason().orElseThrow()).contains("in bulk").contains("next run");
    assertThat(report.totals()).isEqualTo(new Totals(SOME, 0, 0, 0, 0, SOME, 0, 0));
    stage.intercom.faults(Faults.none());
    assertUnchanged(stage);
  }

  private static void assertUnchanged(NightStage stage) {
    var totals = stage.night().totals();
    assertThat(totals.unchanged()).isEqualTo(totals.total()).isPositive();
  }

  private static Behaviour bulk(Duration takes, Duration showsAfter, int rejectsEvery) {
    return Behaviour.DEFAULT.withBulk(new Behaviour.Bulk(takes, showsAfter, rejectsEvery));
  }

  private static Outcome outcome(Report report, String member) {
    return report.members().stream()
        .filter(each -> each.member().value().equals(member))
        .findFirst()
        .orElseThrow();
  }

  private static StoredContact stored(String id, String externalId, String email) {
    Map<String, Object> fields = new HashMap<>(Map.of("email", email));
    if (!externalId.isEmpty()) {
      fields.put("external_id", externalId);
    }
    Map<String, @Nullable Object> none = new TreeMap<>();
    return StoredContact.user(id, fields, none, 1_600_000_000);
  }
}
