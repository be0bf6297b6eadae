package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.apply.Result;
import org.rollcall.model.FieldName;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.support.People;

/// What a night costs in calls to Intercom, and what each way of recovery costs.
class CallsOfANightTest {
  /// Whose token it is and which attributes there are.
  private static final int BEFOREHAND = 2;

  @ParameterizedTest
  @ValueSource(ints = {1, 149, 150, 151, 299, 300, 301, 900})
  void a_night_in_which_nothing_changed_lists_the_contacts_and_no_more(int members) {
    var stage = new NightStage(members, Behaviour.DEFAULT);
    stage.night();
    stage.intercom.log().clear();
    assertThat(stage.night().totals().unchanged()).isEqualTo(members);
    assertThat(stage.intercom.log().count(CallKind.LIST)).isEqualTo(pages(members));
    assertThat(stage.intercom.log().size()).isEqualTo(pages(members) + BEFOREHAND);
  }

  @Test
  void every_write_is_one_call() {
    var stage = new NightStage(500, Behaviour.DEFAULT);
    stage.members.subList(400, 500).clear();
    stage.night();
    stage.intercom.log().clear();
    for (int number = 0; number < 70; number++) {
      var changed = People.with(stage.members.get(number), FieldName.NAME, People.put("New"));
      stage.members.set(number, changed);
    }
    for (int number = 0; number < 30; number++) {
      stage.members.add(People.wanted("" + (20_000 + number), "n" + number + "@example.org"));
    }
    assertThat(stage.night().totals()).isEqualTo(new Totals(430, 30, 70, 330, 0, 0, 0, 0));
    assertThat(stage.intercom.log().size()).isEqualTo(pages(400) + 100 + BEFOREHAND);
  }

  @Test
  void the_report_counts_every_request_to_the_roster() {
    var stage = new NightStage(2, Behaviour.DEFAULT);
    assertThat(stage.night().requests()).isEqualTo(new Report.Requests(1 + 2 + BEFOREHAND, 2));
  }

  @Test
  void an_older_contact_costs_the_call_that_archives_it_and_two_looks_at_the_kept_one() {
    var stage = right(2);
    stage.world.put(stored("older", "", "m1@example.org"));
    assertThat(stage.night().totals().duplicatesResolved()).isOne();
    assertThat(stage.intercom.log().size()).isEqualTo(1 + 3 + BEFOREHAND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10001", ""})
  void an_archived_contact_costs_at_most_four_calls(String externalId) {
    var stage = new NightStage(1, Behaviour.DEFAULT);
    var contact = stored("archived", externalId, "m1@example.org");
    stage.world.put(contact.with(new ContactState.Archived()));
    assertRecovered(stage, 4, "archived");
  }

  @Test
  void an_archived_contact_whose_conflict_names_nobody_is_beyond_reach() {
    var stage = new NightStage(1, Behaviour.DEFAULT.with(OpenQuestion.ConflictText.WITHOUT_ID));
    var contact = stored("archived", "10001", "m1@example.org");
    stage.world.put(contact.with(new ContactState.Archived()));
    assertThat(stage.night().totals().failed()).isOne();
    assertThat(callsOfMembers(stage)).isLessThanOrEqualTo(2 * 3);
  }

  @Test
  void a_contact_archived_after_it_was_listed_costs_at_most_four_calls() {
    var stage = right(1);
    stage.members.set(
        0, People.with(stage.members.getFirst(), FieldName.NAME, People.put("New Name")));
    stage.meanwhile =
        () -> {
          var contact = stage.world.withExternalId("10001").getFirst();
          stage.world.put(contact.with(new ContactState.Archived()));
        };
    var report = stage.night();
    assertThat(report.totals().updated()).isOne();
    assertThat(callsOfMembers(stage)).isLessThanOrEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(OpenQuestion.RestoreBlocked.class)
  void a_blocked_contact_costs_at_most_six_calls(OpenQuestion.RestoreBlocked choice) {
    var stage = new NightStage(1, Behaviour.DEFAULT.with(choice));
    var contact = stored("blocked", "10001", "m1@example.org");
    stage.world.put(contact.with(new ContactState.Blocked()));
    assertRecovered(stage, 6, "blocked");
  }

  @Test
  void a_blocked_contact_that_only_a_person_can_unblock_costs_no_more() {
    var stage = new NightStage(1, Behaviour.DEFAULT.with(OpenQuestion.UnblockCall.MISSING));
    var contact = stored("blocked", "10001", "m1@example.org");
    stage.world.put(contact.with(new ContactState.Blocked()));
    var report = stage.night();
    assertThat(report.members().getFirst().result()).isInstanceOf(Result.NeedsPerson.class);
    assertThat(callsOfMembers(stage)).isLessThanOrEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10001", "", "0b2f1d9e-0000-4000-8000-00000000002a"})
  void an_active_contact_that_was_not_listed_costs_at_most_three_calls(String externalId) {
    var stage = new NightStage(1, Behaviour.DEFAULT);
    stage.meanwhile = () -> stage.world.put(stored("active", externalId, "m1@example.org"));
    assertRecovered(stage, 3, "active");
  }

  @Test
  void a_contact_of_somebody_else_in_the_way_costs_three_calls_at_each_of_both_tries() {
    var stage = new NightStage(2, Behaviour.DEFAULT);
    stage.members.set(1, People.wanted("10002", "m1@example.org"));
    assertThat(stage.night().totals()).isEqualTo(new Totals(2, 1, 0, 0, 0, 1, 0, 0));
    assertThat(callsOfMembers(stage)).isLessThanOrEqualTo(1 + 2 * 3);
  }

  private static NightStage right(int members) {
    var stage = new NightStage(members, Behaviour.DEFAULT);
    stage.night();
    stage.intercom.log().clear();
    return stage;
  }

  /// The only member ends on that contact, for no more than so many calls, and a second night finds
  /// nothing to do.
  private static void assertRecovered(NightStage stage, int calls, String contact) {
    var report = stage.night();
    assertThat(report.status()).as(report.members().toString()).isEqualTo(Report.Status.SUCCEEDED);
    assertThat(report.members())
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.contact()).contains(People.contactId(contact)));
    assertThat(callsOfMembers(stage)).isLessThanOrEqualTo(calls);
    stage.meanwhile = () -> {};
    assertThat(stage.night().totals().unchanged()).isOne();
  }

  private static int callsOfMembers(NightStage stage) {
    return (int) (stage.intercom.log().size() - stage.intercom.log().count(CallKind.LIST))
        - BEFOREHAND;
  }

  private static int pages(int contacts) {
    return Math.ceilDiv(contacts, 150);
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
