package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.FieldName;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.StoredContact;

/// Nights that change nearly everybody, in bulk.
@Tag("slow")
class BulkUpdatesTest {
  private static final int SOME = 1_234;
  private static final int EVERYBODY = 20_123;

  @Test
  void changing_20_123_members_takes_fewer_than_700_calls() {
    var stage = changed(EVERYBODY, bulk(Duration.ofSeconds(20), 0));
    var report = stage.forced();
    assertThat(report.totals()).isEqualTo(new Totals(EVERYBODY, 0, EVERYBODY, 0, 0, 0, 0, 0));
    assertThat(report.requests().intercom()).isLessThan(700);
    assertThat(stage.intercom.log().count(CallKind.UPDATE)).isZero();
    assertThat(report.members()).hasSize(EVERYBODY);
    assertThat(report.members().getFirst().differences())
        .extracting(each -> each.field())
        .containsExactly(FieldName.attribute("region"));
    assertUnchanged(stage);
  }

  @Test
  void whoever_intercom_passes_over_is_written_one_by_one() {
    var stage = changed(SOME, bulk(Duration.ZERO, 100));
    var report = stage.forced();
    assertThat(report.totals()).isEqualTo(new Totals(SOME, 0, SOME, 0, 0, 0, 0, 0));
    assertThat(stage.intercom.log().count(CallKind.UPDATE)).isEqualTo(12);
    assertUnchanged(stage);
  }

  @Test
  void without_the_call_everybody_is_written_one_by_one_and_it_is_told() {
    var stage = changed(SOME, Behaviour.DEFAULT.with(OpenQuestion.BulkUpdateCall.MISSING));
    var report = stage.forced();
    assertThat(report.totals()).isEqualTo(new Totals(SOME, 0, SOME, 0, 0, 0, 0, 0));
    assertThat(stage.troubles()).singleElement().asString().contains("written one by one");
    assertUnchanged(stage);
  }

  @Test
  void what_intercom_knows_a_person_by_is_written_one_by_one() {
    var stage = changed(SOME, Behaviour.DEFAULT);
    put(stage, 1, "10001", "old@example.org", Map.of("region", "NGL"));
    put(stage, 2, "", "m2@example.org", Map.of("region", "NGL"));
    stage.world.put(
        StoredContact.user(
            "twin", Map.of("email", "m3@example.org"), new HashMap<>(), 1_600_000_000));
    var report = stage.forced();
    assertThat(stage.intercom.log().count(CallKind.UPDATE)).isEqualTo(3);
    assertThat(report.totals().updated()).isEqualTo(SOME);
    assertThat(report.totals().duplicatesResolved()).isOne();
    assertUnchanged(stage);
  }

  @Test
  void a_member_whose_job_is_not_finished_is_left_to_the_next_run() {
    var stage = changed(SOME, bulk(Duration.ofHours(1), 0));
    var report = stage.forced();
    assertThat(report.totals().failed()).isEqualTo(SOME);
    assertThat(report.members())
        .extracting(Outcome::result)
        .allSatisfy(result ->
            assertThat(((Result.Failed) result).reason()).contains("not seen to be written yet"));
    assertThat(stage.intercom.log().count(CallKind.UPDATE)).isZero();
    stage.pass(Duration.ofHours(1));
    assertUnchanged(stage);
  }

  private static void assertUnchanged(NightStage stage) {
    var totals = stage.night().totals();
    assertThat(totals.unchanged()).isEqualTo(totals.total());
  }

  /// A workspace that holds everybody, each with another region.
  private static NightStage changed(int members, Behaviour behaviour) {
    var stage = new NightStage(members, behaviour);
    for (int number = 1; number <= members; number++) {
      put(
          stage,
          number,
          "" + (10_000 + number),
          "m" + number + "@example.org",
          Map.of("region", "NGL"));
    }
    return stage;
  }

  private static void put(
      NightStage stage, int number, String externalId, String email, Map<String, String> more) {
    var wanted = stage.members.get(number - 1);
    Map<String, Object> fields =
        new HashMap<>(
            Map.of(
                "email", email,
                "name", wanted.shown(FieldName.NAME),
                "phone", wanted.shown(FieldName.PHONE)));
    if (!externalId.isEmpty()) {
      fields.put("external_id", externalId);
    }
    var attributes = new HashMap<String, @Nullable Object>(more);
    stage.world.put(StoredContact.user("c" + number, fields, attributes, 1_600_000_000 + number));
  }

  private static Behaviour bulk(Duration takes, int rejectsEvery) {
    return Behaviour.DEFAULT.withBulk(new Behaviour.Bulk(takes, Duration.ZERO, rejectsEvery));
  }
}
