package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contact;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.lead;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.Policy;
import org.rollcall.model.Policy.Duplicates;
import org.rollcall.model.Policy.Leads;
import org.rollcall.model.Policy.UnknownExternalId;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.ContactIndex;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Match;
import org.rollcall.plan.Roll;

/// Each row of the recovery table, at the step it names.
class RecoveryTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Contact OWN = with(right("own", ANN), REGION, new Value.Text("NGL"));
  private static final ContactId OTHER = contactId("other");

  // create and update

  @Test
  void accepted_ends_as_created_or_updated() {
    assertThat(done(creating(), new Reply.Accepted(right("new", ANN))))
        .extracting(Step.Done::result)
        .isEqualTo(new Result.Created());
    var updated = done(updating(OWN), new Reply.Accepted(right("own", ANN)));
    assertThat(updated.result()).isEqualTo(new Result.Updated());
    assertThat(updated.attempt().trail().warnings()).isEmpty();
    assertThat(updated.attempt().target()).contains(OWN.id());
  }

  @Test
  void an_answer_that_does_not_show_what_was_sent_is_read_once_more_and_may_have_been_old() {
    var old = right("own", with(ANN, REGION, put("NGL")));
    var confirming = sent(updating(OWN), new Reply.Accepted(old));
    assertThat(confirming.request()).isEqualTo(new Request.Inspect(OWN.id()));
    assertThat(confirming.trail().spent()).containsExactly(Remedy.CONFIRM);
    var ended = done(confirming, new Reply.Found(right("own", ANN)));
    assertThat(ended.result()).isEqualTo(new Result.Updated());
    assertThat(ended.attempt().trail().notKept()).isEmpty();
    assertThat(ended.attempt().trail().warnings()).isEmpty();
  }

  @Test
  void where_nothing_that_was_sent_is_there_when_it_is_read_again_nothing_was_updated() {
    var old = right("own", with(ANN, REGION, put("NGL")));
    var confirming = sent(updating(OWN), new Reply.Accepted(old));
    var ended = done(confirming, new Reply.Found(old));
    assertThat(ended.result()).isEqualTo(new Result.Unchanged());
    assertThat(ended.attempt().trail().notKept())
        .containsExactly(new Difference(REGION, "NGL", "GL"));
    assertThat(ended.attempt().differences()).isEmpty();
  }

  @Test
  void a_value_that_a_new_contact_does_not_hold_when_it_is_read_again_is_warned_about() {
    var dropped = with(right("new", ANN), REGION, new Value.Text("something else"));
    var confirming = sent(creating(), new Reply.Accepted(dropped));
    assertThat(confirming.request()).isEqualTo(new Request.Inspect(dropped.id()));
    var ended = done(confirming, new Reply.Found(dropped));
    assertThat(ended.result()).isEqualTo(new Result.Created());
    assertThat(ended.attempt().trail().warnings())
        .containsExactly("Intercom did not keep custom_attributes.region as it was sent.");
    assertThat(ended.attempt().trail().notKept())
        .containsExactly(new Difference(REGION, "something else", ANN.shown(REGION)));
  }

  @Test
  void a_contact_that_does_not_hold_the_members_name_is_not_right_whatever_else_it_holds() {
    var nameless = with(right("new", ANN), FieldName.NAME, new Value.Text("Somebody"));
    var confirming = sent(creating(), new Reply.Accepted(nameless));
    assertThat(result(confirming, new Reply.Found(nameless)))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> assertThat(failed.reason()).contains("taken name").contains("does not hold"));
  }

  @Test
  void what_somebody_changed_after_the_list_was_read_is_put_right_too() {
    var renamed = with(right("own", ANN), FieldName.NAME, new Value.Text("Annie"));
    var confirming = sent(updating(OWN), new Reply.Accepted(renamed));
    var writing = sent(confirming, new Reply.Found(renamed));
    assertThat(writing.request())
        .isEqualTo(new Request.Update(OWN.id(), fields(ANN, FieldName.NAME)));
    var ended = done(writing, new Reply.Accepted(right("own", ANN)));
    assertThat(ended.result()).isEqualTo(new Result.Updated());
    assertThat(ended.attempt().differences())
        .extracting(Difference::field)
        .containsExactly(REGION, FieldName.NAME);
  }

  @Test
  void a_contact_that_was_given_away_meanwhile_gets_back_what_was_written_over() {
    var theirs = with(right("own", ANN), FieldName.EXTERNAL_ID, new Value.Text("900"));
    var confirming = sent(updating(OWN), new Reply.Accepted(theirs));
    var giving = sent(confirming, new Reply.Found(theirs));
    assertThat(giving.request())
        .isEqualTo(new Request.Update(OWN.id(), new TreeMap<>(Map.of(REGION, put("NGL")))));
    var ended = done(giving, new Reply.Accepted(theirs));
    assertThat(ended.result()).isInstanceOf(Result.IdentityClash.class);
    assertThat(ended.attempt().trail().warnings())
        .containsExactly(
            "What had been written over in contact own was given back: custom_attributes.region.");
  }

  @Test
  void what_others_wrote_since_into_a_contact_that_was_given_away_stays() {
    var theirs =
        with(
            with(right("own", ANN), FieldName.EXTERNAL_ID, new Value.Text("900")),
            REGION,
            new Value.Text("SO"));
    var confirming = sent(updating(OWN), new Reply.Accepted(theirs));
    assertThat(result(confirming, new Reply.Found(theirs)))
        .isInstanceOf(Result.IdentityClash.class);
  }

  @Test
  void a_create_that_is_answered_with_somebody_elses_contact_is_looked_up() {
    var looking = sent(creating(), new Reply.Accepted(user("theirs", "900", "x@example.org")));
    assertThat(looking.request()).isEqualTo(new Request.FindByExternalId("101"));
    assertThat(looking.target()).isEmpty();
  }

  private static SortedMap<FieldName, Wish> fields(Wanted wanted, FieldName field) {
    return new TreeMap<>(Map.of(field, wanted.wish(field)));
  }

  @Test
  void conflict_with_an_active_contact_is_inspected_once() {
    var inspecting = sent(creating(), conflict(false));
    assertThat(inspecting.request()).isEqualTo(new Request.Inspect(OTHER));
    assertThat(inspecting.trail().spent()).containsExactly(Remedy.INSPECT);
    var again = inspecting.asking(inspecting.creation());
    assertThat(result(again, conflict(false))).isInstanceOf(Result.Failed.class);
  }

  @Test
  void conflict_with_an_archived_contact_is_unarchived_once() {
    var unarchiving = sent(creating(), conflict(true));
    assertThat(unarchiving.request()).isEqualTo(new Request.Unarchive(OTHER));
    var again = unarchiving.asking(unarchiving.creation());
    assertThat(result(again, conflict(true))).isInstanceOf(Result.NeedsPerson.class);
  }

  @Test
  void conflict_that_names_nobody_is_looked_up_by_number_then_by_email() {
    var nameless = new Reply.Conflict(Optional.empty(), false, "conflict");
    var finding = sent(creating(), nameless);
    assertThat(finding.request()).isEqualTo(new Request.FindByExternalId("101"));
    var searching = sent(finding, new Reply.Matches(List.of()));
    assertThat(searching.request()).isEqualTo(new Request.FindByEmail("ann@example.org"));
    assertThat(result(searching, new Reply.Matches(List.of())))
        .isInstanceOfSatisfying(
            Result.Failed.class, failed -> assertThat(failed.passing()).isTrue());
    assertThat(result(finding.asking(finding.creation()), nameless))
        .isInstanceOf(Result.Failed.class);
  }

  @Test
  void of_several_found_by_email_the_newest_is_inspected_since_search_lags_behind_writes() {
    var older = contact("older", "user", "", "ann@example.org", 1);
    var newer = contact("newer", "user", "", "ann@example.org", 2);
    var searching = creating().asking(new Request.FindByEmail("ann@example.org"));
    var inspecting = sent(searching, new Reply.Matches(List.of(older, newer)));
    assertThat(inspecting.request()).isEqualTo(new Request.Inspect(newer.id()));
    assertThat(inspecting.leftovers().doubtful()).containsExactly(older);
    var nowTheirs = user("newer", "900", "ann@example.org");
    assertThat(result(inspecting, new Reply.Found(nowTheirs)))
        .isInstanceOf(Result.IdentityClash.class);
  }

  @Test
  void what_a_search_named_is_put_away_only_where_it_is_the_members_still() {
    var attempt = creating().aimingAt(user("kept", "", "ann@example.org"));
    assertThat(recovery().mayBePutAway(attempt, user("older", "", "ann@example.org"))).isTrue();
    assertThat(recovery().mayBePutAway(attempt, user("older", "900", "ann@example.org"))).isFalse();
    assertThat(recovery().mayBePutAway(attempt, user("older", "", "x@example.org"))).isFalse();
    assertThat(recovery().mayBePutAway(attempt, user("kept", "101", "ann@example.org"))).isFalse();
  }

  @Test
  void a_search_that_finds_only_somebody_elses_contact_is_an_identity_clash() {
    var searching = creating().asking(new Request.FindByEmail("ann@example.org"));
    var theirs = user("theirs", "900", "ann@example.org");
    assertThat(result(searching, new Reply.Matches(List.of(theirs))))
        .isInstanceOf(Result.IdentityClash.class);
  }

  @Test
  void an_update_of_a_missing_contact_unarchives_it_then_makes_it_anew_then_fails() {
    var unarchiving = sent(updating(OWN), new Reply.Missing("User Not Found"));
    assertThat(unarchiving.request()).isEqualTo(new Request.Unarchive(OWN.id()));
    var creating = sent(unarchiving, new Reply.Missing("User Not Found"));
    assertThat(creating.request()).isEqualTo(new Request.Create(ANN.fields()));
    assertThat(creating.trail().spent()).containsExactly(Remedy.UNARCHIVE, Remedy.CREATE_ANEW);
    var again = creating.asking(new Request.Inspect(OTHER));
    assertThat(result(again, new Reply.Missing("User Not Found")))
        .isInstanceOf(Result.Failed.class);
  }

  @Test
  void a_refused_phone_is_left_out_once_and_warned_about() {
    var refused =
        new Reply.Refused(Optional.of(FieldName.PHONE), "parameter_invalid", "Phone is invalid");
    var without = sent(creating(), refused);
    assertThat(without.request())
        .isInstanceOfSatisfying(
            Request.Create.class,
            create ->
                assertThat(create.fields())
                    .doesNotContainKey(FieldName.PHONE)
                    .containsKey(FieldName.EMAIL));
    assertThat(without.differences()).extracting("field").doesNotContain(FieldName.PHONE);
    assertThat(without.trail().warnings()).hasSize(1);
    var email = new Reply.Refused(Optional.of(FieldName.EMAIL), "", "bad");
    assertThat(result(without, email)).isInstanceOf(Result.Failed.class);
  }

  @Test
  void a_refused_phone_stays_left_out_when_the_contact_is_made_anew() {
    var refused = new Reply.Refused(Optional.of(FieldName.PHONE), "", "Phone is invalid");
    var without = sent(creating(), refused);
    assertThat(without.creation().fields()).doesNotContainKey(FieldName.PHONE);
    var found = with(right("other", ANN), FieldName.PHONE, new Value.Text("+12025550199"));
    assertThat(without.differencesFrom(found)).isEmpty();
  }

  @Test
  void a_refusal_of_what_makes_a_person_fails_the_member_with_field_and_text() {
    var refused = new Reply.Refused(Optional.of(FieldName.NAME), "parameter_invalid", "too long");
    assertThat(result(creating(), refused))
        .isEqualTo(new Result.Failed("Intercom refuses name: too long", false, Optional.empty()));
  }

  @Test
  void where_the_only_field_is_refused_nothing_was_updated_and_its_value_is_told() {
    var refused = new Reply.Refused(Optional.empty(), "parameter_invalid", "not on the list");
    var ended = done(updating(OWN), refused);
    assertThat(ended.result()).isEqualTo(new Result.Unchanged());
    assertThat(ended.attempt().differences()).isEmpty();
    assertThat(ended.attempt().trail().without()).containsExactly(REGION);
    assertThat(ended.attempt().trail().warnings())
        .containsExactly(
            "Intercom would not take the custom_attributes.region \"GL\", so it was left out: not on the list");
  }

  @Test
  void a_refused_field_that_is_not_named_is_found_and_the_rest_is_written() {
    var refused = new Reply.Refused(Optional.empty(), "parameter_invalid", "not on the list");
    var region = sent(creating(), refused);
    assertThat(region.trail().spent()).containsExactly(Remedy.WITHOUT_FIELD);
    assertThat(((Request.Create) region.request()).fields())
        .containsKeys(REGION, FieldName.EMAIL)
        .doesNotContainKey(FieldName.PHONE);
    var rest = sent(region, refused);
    assertThat(((Request.Create) rest.request()).fields())
        .containsKeys(FieldName.PHONE, FieldName.EMAIL)
        .doesNotContainKey(REGION);
    var made = right("new", with(ANN, REGION, new Wish.Leave()));
    var ended = done(rest, new Reply.Accepted(made));
    assertThat(ended.result()).isEqualTo(new Result.Created());
    assertThat(ended.attempt().target()).contains(made.id());
    assertThat(ended.attempt().trail().without()).containsExactly(REGION);
    assertThat(ended.attempt().differences()).extracting(Difference::field).doesNotContain(REGION);
  }

  @Test
  void what_was_accepted_on_the_way_makes_the_contact_and_the_rest_updates_it() {
    var refused = new Reply.Refused(Optional.empty(), "parameter_invalid", "no phone");
    var region = sent(creating(), refused);
    var made = right("new", with(ANN, FieldName.PHONE, new Wish.Leave()));
    var ended = done(region, new Reply.Accepted(made));
    assertThat(ended.result()).isEqualTo(new Result.Created());
    assertThat(ended.attempt().trail().warnings())
        .containsExactly("Intercom would not take the phone, so it was left out: no phone");
    var position = FieldName.attribute("position");
    var more = with(with(ANN, position, put("President")), FieldName.attribute("zone"), put("Z"));
    var creating = Attempt.of(new Change.Create(more, Diff.ofNew(more)));
    var half = sent(creating, refused);
    var holding =
        right(
            "new",
            with(
                with(more, FieldName.PHONE, new Wish.Leave()),
                FieldName.attribute("zone"),
                new Wish.Leave()));
    var updating = sent(half, new Reply.Accepted(holding));
    assertThat(updating.request())
        .isInstanceOfSatisfying(
            Request.Update.class, update -> assertThat(update.id()).isEqualTo(contactId("new")));
  }

  @Test
  void a_part_that_is_answered_with_somebody_elses_contact_is_no_part_of_the_search() {
    var refused = new Reply.Refused(Optional.empty(), "parameter_invalid", "no phone");
    var region = sent(creating(), refused);
    var looking = sent(region, new Reply.Accepted(user("other", "900", "ann@example.org")));
    assertThat(looking.request()).isEqualTo(new Request.FindByExternalId("101"));
  }

  @Test
  void what_neither_half_makes_acceptable_fails_the_member() {
    var refused = new Reply.Refused(Optional.empty(), "", "bad");
    var last = sent(sent(sent(creating(), refused), refused), refused);
    assertThat(((Request.Create) last.request()).fields())
        .containsOnlyKeys(FieldName.EMAIL, FieldName.EXTERNAL_ID, FieldName.NAME, FieldName.ROLE);
    assertThat(result(last, refused))
        .isEqualTo(new Result.Failed("Intercom refuses: bad", false, Optional.empty()));
  }

  @Test
  void a_plan_that_allows_no_contact_is_no_fault_of_a_field() {
    var full = new Reply.Refused(Optional.empty(), Reply.Refused.PLAN, "Pay more.");
    assertThat(result(creating(), full))
        .isEqualTo(
            new Result.Failed(
                "The workspace's plan does not allow another contact: Pay more.",
                false,
                Optional.empty()));
  }

  @Test
  void a_search_that_is_over_is_not_begun_again() {
    var refused = new Reply.Refused(Optional.of(FieldName.PHONE), "", "Phone is invalid");
    var elsewhere =
        sent(creating(), refused).asking(new Request.Update(OTHER, fields(ANN, REGION)));
    assertThat(result(elsewhere, new Reply.Refused(Optional.of(REGION), "", "too long")))
        .isEqualTo(
            new Result.Failed(
                "Intercom refuses custom_attributes.region: too long", false, Optional.empty()));
  }

  @Test
  void a_conflict_of_a_contact_with_itself_fails() {
    var itself = new Reply.Conflict(Optional.of(OWN.id()), false, "exists");
    assertThat(result(updating(OWN), itself)).isInstanceOf(Result.Failed.class);
  }

  // inspect

  @Test
  void a_found_contact_with_our_number_or_none_is_updated() {
    for (var externalId : List.of("101", "")) {
      var found = user("other", externalId, "ann@example.org");
      var updating = sent(inspecting(), new Reply.Found(found));
      assertThat(updating.request())
          .isEqualTo(
              new Request.Update(OTHER, Diff.wishes(ANN, Diff.between(ANN, found.profile()))));
      assertThat(updating.target()).contains(OTHER);
    }
  }

  @Test
  void a_found_contact_that_is_right_is_our_own_create_whose_answer_was_lost() {
    var found = right("other", ANN);
    assertThat(done(inspecting(), new Reply.Found(found)).result()).isEqualTo(new Result.Created());
    var revived = inspecting().reviving(OTHER);
    assertThat(done(revived, new Reply.Found(found)).result()).isEqualTo(new Result.Updated());
  }

  @Test
  void a_found_contact_of_another_member_ends_as_identity_clash() {
    var theirs = user("other", "900", "ann@example.org");
    assertThat(result(inspecting(), new Reply.Found(theirs)))
        .isInstanceOfSatisfying(
            Result.IdentityClash.class,
            clash -> assertThat(clash.reason()).contains("900").contains("other"));
  }

  @Test
  void a_found_contact_with_an_unknown_external_id_is_adopted_or_left() {
    var old = user("other", "0b2f1d9e-0000-4000-8000-00000000002a", "ann@example.org");
    assertThat(sent(inspecting(), new Reply.Found(old)).request())
        .isInstanceOf(Request.Update.class);
    var leaving =
        new Recovery(
            roll(),
            new Policy(
                Duplicates.ARCHIVE,
                Leads.KEEP,
                new UnknownExternalId.Report(),
                new Leavers.Ignore()),
            new Beginning(Instant.EPOCH));
    assertThat(leaving.next(inspecting(), new Reply.Found(old)))
        .isInstanceOfSatisfying(
            Step.Done.class,
            done -> assertThat(done.result()).isInstanceOf(Result.IdentityClash.class));
  }

  @Test
  void a_found_contact_that_shares_neither_number_nor_email_is_left() {
    var stranger = user("other", "", "somebody@example.org");
    assertThat(result(inspecting(), new Reply.Found(stranger)))
        .isInstanceOf(Result.IdentityClash.class);
  }

  @Test
  void a_contact_that_vanished_while_it_was_inspected_is_made_anew() {
    assertThat(sent(inspecting(), new Reply.Missing("gone")).request())
        .isInstanceOf(Request.Create.class);
  }

  @Test
  void a_merged_contact_is_followed_once() {
    var survivor = contactId("survivor");
    var following = sent(inspecting(), new Reply.Merged(Optional.of(survivor), "merged"));
    assertThat(following.request()).isEqualTo(new Request.Inspect(survivor));
    assertThat(result(following, new Reply.Merged(Optional.of(survivor), "merged")))
        .isInstanceOf(Result.NeedsPerson.class);
    assertThat(result(inspecting(), new Reply.Merged(Optional.empty(), "merged")))
        .isInstanceOf(Result.NeedsPerson.class);
  }

  @Test
  void the_twin_that_a_contact_was_merged_into_becomes_the_members() {
    var following = sent(updating(OWN), new Reply.Merged(Optional.of(OTHER), "merged"));
    var writing = sent(following, new Reply.Found(user("other", "", "ann@example.org")));
    assertThat(writing.request()).isInstanceOf(Request.Update.class);
    assertThat(writing.target()).contains(OTHER);
    assertThat(writing.leftovers().surplus()).isEmpty();
    var ended = done(writing, new Reply.Accepted(right("other", ANN)));
    assertThat(ended.result()).isEqualTo(new Result.Updated());
  }

  @Test
  void a_twin_that_is_right_already_after_a_merge_costs_nothing() {
    var following = sent(updating(OWN), new Reply.Merged(Optional.of(OTHER), "merged"));
    var ended = done(following, new Reply.Found(right("other", ANN)));
    assertThat(ended.result()).isEqualTo(new Result.Unchanged());
    assertThat(ended.attempt().leftovers().surplus()).isEmpty();
  }

  @Test
  void a_contact_merged_into_another_members_is_named_with_that_member() {
    var following = sent(updating(OWN), new Reply.Merged(Optional.of(OTHER), "merged"));
    assertThat(result(following, new Reply.Found(user("other", "900", "ann@example.org"))))
        .isEqualTo(
            new Result.IdentityClash(
                "The member's contact was merged into member 900's contact other, which was not touched; settle in Intercom whose it is."));
  }

  @Test
  void a_merge_of_some_other_contact_leaves_the_members_own_where_it_is() {
    var inspecting = updating(OWN).asking(new Request.Inspect(contactId("third")));
    var following = sent(inspecting, new Reply.Merged(Optional.of(OTHER), "merged"));
    assertThat(following.target()).contains(OWN.id());
    assertThat(sent(following, new Reply.Found(user("other", "", "ann@example.org"))).request())
        .isEqualTo(new Request.Archive(OTHER));
  }

  @Test
  void a_contact_that_was_there_before_the_run_was_not_created_by_it() {
    var began = new Beginning(Instant.ofEpochSecond(1_700_000_000));
    var recovery = new Recovery(roll(), Policy.DEFAULT, began);
    var old = contactMade(right("other", ANN), 1_600_000_000);
    assertThat(end(recovery, inspecting(), old)).isEqualTo(new Result.Unchanged());
    var checking = sent(creating(), new Reply.AnswerLost("timeout"));
    assertThat(end(recovery, checking, old)).isEqualTo(new Result.Unchanged());
    for (int apart : List.of(-299, 0, 10)) {
      var made = contactMade(old, began.at().getEpochSecond() + apart);
      assertThat(end(recovery, inspecting(), made)).isEqualTo(new Result.Created());
    }
    var before = contactMade(old, began.at().getEpochSecond() - 301);
    assertThat(end(recovery, inspecting(), before)).isEqualTo(new Result.Unchanged());
  }

  @Test
  void an_update_whose_answer_was_lost_and_that_is_there_was_an_update() {
    var checking = sent(updating(OWN), new Reply.AnswerLost("timeout"));
    assertThat(result(checking, new Reply.Found(right("own", ANN))))
        .isEqualTo(new Result.Updated());
    var looking = updating(OWN).asking(new Request.Inspect(OWN.id()));
    assertThat(result(looking, new Reply.Found(right("own", ANN))))
        .isEqualTo(new Result.Unchanged());
  }

  private static Result end(Recovery recovery, Attempt attempt, Contact found) {
    return ((Step.Done) recovery.next(attempt, new Reply.Found(found))).result();
  }

  private static Contact contactMade(Contact contact, long createdAt) {
    return new Contact(
        contact.id(),
        contact.profile(),
        createdAt,
        contact.updatedAt(),
        contact.lastSeenAt(),
        contact.belongings());
  }

  @Test
  void a_contact_that_goes_to_another_member_gives_up_its_number_first() {
    var swapping = swapping();
    var naming = sent(swapping, updatingMoved(), conflict(false));
    assertThat(naming.request()).isEqualTo(new Request.Inspect(OTHER));
    var aside = sent(swapping, naming, new Reply.Found(user("other", "101", "bob@example.org")));
    assertThat(aside.request())
        .isEqualTo(
            new Request.Update(
                OTHER, new TreeMap<>(Map.of(FieldName.EXTERNAL_ID, put("rollcall-moves-to-102")))));
    assertThat(aside.trail().spent()).containsExactly(Remedy.INSPECT, Remedy.PUT_ASIDE);
    var answer = user("other", "rollcall-moves-to-102", "bob@example.org");
    var writing = sent(swapping, aside, new Reply.Accepted(answer));
    assertThat(writing.request())
        .isEqualTo(new Request.Update(OWN.id(), fields(ANN, FieldName.EXTERNAL_ID)));
    var right = (Step.Done) swapping.next(writing, new Reply.Accepted(right("own", ANN)));
    assertThat(right.result()).isEqualTo(new Result.Updated());
  }

  @Test
  void a_number_that_is_not_given_up_is_not_taken() {
    var swapping = swapping();
    var naming = sent(swapping, updatingMoved(), conflict(false));
    var aside = sent(swapping, naming, new Reply.Found(user("other", "101", "bob@example.org")));
    var failed = ((Step.Done) swapping.next(aside, new Reply.Missing("gone"))).result();
    assertThat(failed)
        .isInstanceOfSatisfying(
            Result.Failed.class,
            each -> {
              assertThat(each.passing()).isTrue();
              assertThat(each.reason()).contains("Contact other has the member's number");
            });
    var again = aside.asking(new Request.Inspect(OTHER));
    var found = new Reply.Found(user("other", "101", "bob@example.org"));
    assertThat(((Step.Done) swapping.next(again, found)).result())
        .isInstanceOf(Result.IdentityClash.class);
  }

  @Test
  void a_new_contact_waits_until_its_number_is_given_up() {
    var swapping = swapping();
    var naming = sent(swapping, creating(), conflict(false));
    var found = new Reply.Found(user("other", "101", "bob@example.org"));
    assertThat(((Step.Done) swapping.next(naming, found)).result())
        .isInstanceOf(Result.IdentityClash.class);
  }

  @Test
  void members_whose_numbers_move_go_one_after_the_other() {
    var create = new Change.Create(ANN, Diff.ofNew(ANN));
    assertThat(swapping().isContested(create)).isTrue();
    assertThat(recovery().isContested(create)).isFalse();
    assertThat(recovery().isContested(new Change.Clash(ANN, OWN, "why"))).isFalse();
  }

  /// Ann's own contact has the number 102 until now, and Bob's has hers.
  private static Recovery swapping() {
    var bob = with(wanted("102", "bob@example.org"), FieldName.NAME, put("Bob"));
    var index = new ContactIndex();
    index.add(with(right("own", ANN), FieldName.EXTERNAL_ID, new Value.Text("102")));
    index.add(with(right("other", bob), FieldName.EXTERNAL_ID, new Value.Text("101")));
    var members = List.of(ANN, bob);
    var roll = Roll.of(Set.of(), members).comparedWith(index, members);
    return new Recovery(roll, Policy.DEFAULT, new Beginning(Instant.EPOCH));
  }

  private static Attempt updatingMoved() {
    return updating(with(right("own", ANN), FieldName.EXTERNAL_ID, new Value.Text("102")));
  }

  private static Attempt sent(Recovery recovery, Attempt attempt, Reply reply) {
    return ((Step.Send) recovery.next(attempt, reply)).attempt();
  }

  @Test
  void the_contact_with_the_number_supersedes_the_one_planned_by_email() {
    var planned = user("planned", "", "ann@example.org");
    var attempt = updating(planned).asking(new Request.Inspect(OTHER));
    var updating = sent(attempt, new Reply.Found(user("other", "101", "old@example.org")));
    assertThat(updating.target()).contains(OTHER);
    assertThat(updating.leftovers().surplus()).containsExactly(planned);
  }

  @Test
  void a_nobodys_contact_in_the_way_of_our_own_is_archived_and_ours_written_again() {
    var attempt = updating(OWN).asking(new Request.Inspect(OTHER));
    var archiving = sent(attempt, new Reply.Found(user("other", "", "ann@example.org")));
    assertThat(archiving.request()).isEqualTo(new Request.Archive(OTHER));
    var again = sent(archiving, new Reply.Accepted(user("other", "", "ann@example.org")));
    assertThat(again.request()).isInstanceOf(Request.Update.class);
    assertThat(again.target()).contains(OWN.id());
    assertThat(result(archiving, new Reply.Unavailable("502"))).isInstanceOf(Result.Failed.class);
  }

  @Test
  void a_nobodys_contact_with_a_shared_email_is_left_to_a_person() {
    var shared = new Roll(Set.of(member("101")), Set.of("ann@example.org"));
    var attempt = updating(OWN).asking(new Request.Inspect(OTHER));
    var found = new Reply.Found(user("other", "", "ann@example.org"));
    assertThat(
            new Recovery(shared, Policy.DEFAULT, new Beginning(Instant.EPOCH)).next(attempt, found))
        .isInstanceOfSatisfying(
            Step.Done.class,
            done -> assertThat(done.result()).isInstanceOf(Result.NeedsPerson.class));
  }

  // unarchive, unblock, archive

  @Test
  void an_unarchived_contact_is_inspected_before_it_is_taken() {
    var inspecting = sent(unarchiving(), new Reply.Accepted(user("other", "101", "")));
    assertThat(inspecting.request()).isEqualTo(new Request.Inspect(OTHER));
    assertThat(sent(inspecting, new Reply.Found(user("other", "101", "x@example.org"))).request())
        .isInstanceOf(Request.Update.class);
  }

  @Test
  void an_unarchived_contact_of_another_member_is_archived_again_and_ends_as_clash() {
    var archiving = sent(unarchiving(), new Reply.Accepted(user("other", "900", "")));
    assertThat(archiving.request()).isEqualTo(new Request.Archive(OTHER));
    assertThat(result(archiving, new Reply.Accepted(user("other", "900", ""))))
        .isInstanceOf(Result.IdentityClash.class);
    assertThat(result(archiving, new Reply.Missing("gone")))
        .isInstanceOf(Result.IdentityClash.class);
    var stuck = done(archiving, new Reply.Unavailable("502"));
    assertThat(stuck.result()).isInstanceOf(Result.IdentityClash.class);
    assertThat(stuck.attempt().trail().warnings())
        .singleElement()
        .asString()
        .contains("archive it in Intercom by hand");
  }

  @Test
  void an_unarchived_contact_that_turns_out_a_strangers_is_archived_again() {
    var inspecting = sent(unarchiving(), new Reply.Accepted(user("other", "", "")));
    var archiving = sent(inspecting, new Reply.Found(user("other", "", "x@example.org")));
    assertThat(archiving.request()).isEqualTo(new Request.Archive(OTHER));
    assertThat(archiving.trail().spent()).contains(Remedy.REARCHIVE);
  }

  @Test
  void an_unarchived_contact_that_cannot_be_read_is_archived_again() {
    var inspecting = sent(unarchiving(), new Reply.Accepted(user("other", "", "")));
    var archiving = sent(inspecting, new Reply.AnswerLost("timeout"));
    assertThat(archiving.request()).isEqualTo(new Request.Archive(OTHER));
    assertThat(result(archiving, new Reply.Accepted(user("other", "", ""))))
        .isInstanceOf(Result.Failed.class);
  }

  @Test
  void an_unblocked_contact_of_another_member_is_blocked_again() {
    var unblocked = unarchiving().spending(Remedy.UNBLOCK);
    var blocking = sent(unblocked, new Reply.Accepted(user("other", "900", "")));
    assertThat(blocking.request()).isEqualTo(new Request.Block(OTHER));
    assertThat(result(blocking, new Reply.Accepted(user("other", "900", ""))))
        .isInstanceOf(Result.IdentityClash.class);
    assertThat(done(blocking, new Reply.Unavailable("502")).attempt().trail().warnings())
        .hasSize(1);
  }

  @Test
  void a_contact_that_cannot_come_back_beside_another_needs_a_person() {
    assertThat(result(unarchiving(), conflict(false))).isInstanceOf(Result.NeedsPerson.class);
    assertThat(result(creating(), new Reply.Unrestorable("this user was blocked")))
        .isInstanceOf(Result.NeedsPerson.class);
  }

  @Test
  void a_blocked_contact_is_unblocked_and_unarchived_again_once() {
    var blocked = new Reply.Blocked(OTHER, "not_restorable");
    var unblocking = sent(unarchiving(), blocked);
    assertThat(unblocking.request()).isEqualTo(new Request.Unblock(OTHER));
    var again = sent(unblocking, new Reply.Accepted(user("other", "", "")));
    assertThat(again.request()).isEqualTo(new Request.Unarchive(OTHER));
    assertThat(result(again, blocked)).isInstanceOf(Result.NeedsPerson.class);
  }

  @Test
  void where_no_unblock_call_exists_a_person_is_told_where_to_unblock() {
    var unblocking = unarchiving().asking(new Request.Unblock(OTHER));
    for (var reply : List.of(new Reply.Unsupported("404"), new Reply.Missing("404"))) {
      assertThat(result(unblocking, reply))
          .isEqualTo(
              new Result.NeedsPerson(
                  "Contact other is blocked; unblock in Intercom: Settings › Spam › Blocked people."));
    }
  }

  @Test
  void a_contact_that_is_out_of_order_at_unarchive_needs_a_person() {
    assertThat(result(unarchiving(), new Reply.Unavailable("500")))
        .isInstanceOf(Result.NeedsPerson.class);
    assertThat(result(unarchiving(), new Reply.AnswerLost("timeout")))
        .isInstanceOf(Result.Failed.class);
  }

  @Test
  void a_contact_merged_or_doomed_at_unarchive_needs_a_person_where_none_has_the_email() {
    var looking = sent(unarchiving(), new Reply.Unrestorable("merged"));
    assertThat(looking.request()).isEqualTo(new Request.FindByEmail("ann@example.org"));
    assertThat(result(looking, new Reply.Matches(List.of())))
        .isInstanceOfSatisfying(
            Result.NeedsPerson.class,
            ending -> assertThat(ending.reason()).contains("will not bring it back: merged"));
    var again = looking.asking(new Request.Unarchive(OTHER));
    assertThat(result(again, new Reply.Unrestorable("merged")))
        .isInstanceOf(Result.NeedsPerson.class);
  }

  @Test
  void a_contact_that_is_gone_is_not_in_the_way_and_not_put_away_where_another_is_found() {
    var twin = user("other", "", "ann@example.org");
    var unarchiving = sent(updating(OWN), new Reply.Missing("gone"));
    var looking = sent(unarchiving, new Reply.Unrestorable("merged"));
    var reading = sent(looking, new Reply.Matches(List.of(twin)));
    assertThat(reading.request()).isEqualTo(new Request.Inspect(OTHER));
    var writing = sent(reading, new Reply.Found(twin));
    assertThat(writing.request()).isInstanceOf(Request.Update.class);
    assertThat(writing.leftovers().surplus()).isEmpty();
    var theirs = result(looking, new Reply.Matches(List.of(user("other", "900", ""))));
    assertThat(theirs)
        .isInstanceOfSatisfying(
            Result.IdentityClash.class,
            clash ->
                assertThat(clash.reason())
                    .isEqualTo(
                        "Contact other belongs to member 900 and was not touched; the member's own contact was perhaps merged into it."));
  }

  @Test
  void a_contact_that_the_plan_and_a_search_both_name_is_put_away_once() {
    var older = user("older", "", "ann@example.org");
    var leftovers = new Leftovers(List.of(older), List.of(older, OWN));
    assertThat(leftovers.doubtful()).containsExactly(OWN);
    assertThat(leftovers.doubting(List.of(older)).doubtful()).isEmpty();
    assertThat(leftovers.puttingAway(List.of(OWN)).doubtful()).isEmpty();
  }

  @Test
  void a_contact_that_is_deleted_is_not_in_the_way_of_its_twin() {
    var twin = user("other", "", "ann@example.org");
    var unarchiving = sent(updating(OWN), new Reply.Missing("gone"));
    var creating = sent(unarchiving, new Reply.Missing("gone"));
    assertThat(creating.request()).isInstanceOf(Request.Create.class);
    var reading = sent(creating, conflict(false));
    assertThat(sent(reading, new Reply.Found(twin)).request()).isInstanceOf(Request.Update.class);
  }

  // everywhere

  @Test
  void a_denied_token_halts_the_run_whatever_was_asked() {
    for (var attempt : List.of(creating(), updating(OWN), inspecting(), unarchiving())) {
      assertThat(recovery().next(attempt, new Reply.Denied("Access Token Invalid")))
          .isInstanceOf(Step.Halt.class);
    }
  }

  @Test
  void what_is_transient_after_all_retries_fails_and_may_pass() {
    for (var reply :
        List.of(new Reply.RateLimited(Duration.ZERO, "429"), new Reply.Unavailable("502"))) {
      assertThat(result(creating(), reply))
          .isInstanceOfSatisfying(
              Result.Failed.class, failed -> assertThat(failed.passing()).isTrue());
    }
  }

  @Test
  void a_write_whose_answer_was_lost_is_looked_up_before_it_counts_as_failed() {
    var lost = new Reply.AnswerLost("timeout");
    var looking = sent(creating(), lost);
    assertThat(looking.request()).isEqualTo(new Request.FindByExternalId("101"));
    assertThat(result(looking, new Reply.Matches(List.of(right("new", ANN)))))
        .isEqualTo(new Result.Created());
    assertThat(result(looking, new Reply.Matches(List.of())))
        .isEqualTo(
            new Result.Failed("Intercom gave no settled answer: timeout", true, Optional.empty()));
    assertThat(result(looking.asking(looking.creation()), lost)).isInstanceOf(Result.Failed.class);

    var inspecting = sent(updating(OWN), lost);
    assertThat(inspecting.request()).isEqualTo(new Request.Inspect(OWN.id()));
    assertThat(result(inspecting, new Reply.Found(right("own", ANN))))
        .isEqualTo(new Result.Updated());
    assertThat(sent(inspecting, new Reply.Found(OWN)).request()).isInstanceOf(Request.Update.class);
    assertThat(result(inspecting, new Reply.Missing("gone"))).isInstanceOf(Result.Failed.class);
  }

  @Test
  void an_answer_that_means_nothing_fails_the_member() {
    assertThat(result(creating(), new Reply.Attributes(List.of())))
        .isInstanceOf(Result.Failed.class);
    assertThat(result(inspecting(), new Reply.Unsupported("405")))
        .isInstanceOf(Result.Failed.class);
    assertThat(
            result(
                creating().asking(new Request.Merge(OTHER, OWN.id())),
                new Reply.Missing("User Not Found")))
        .isInstanceOf(Result.Failed.class);
  }

  @Test
  void a_lead_met_on_the_way_is_taken_by_its_email_only() {
    assertThat(sent(inspecting(), new Reply.Found(lead("other", "ann@example.org"))).request())
        .isInstanceOf(Request.Update.class);
    assertThat(result(inspecting(), new Reply.Found(lead("other", "x@example.org"))))
        .isInstanceOf(Result.IdentityClash.class);
  }

  private static Attempt creating() {
    return Attempt.of(new Change.Create(ANN, Diff.ofNew(ANN)));
  }

  private static Attempt updating(Contact contact) {
    return Attempt.of(
        new Change.Update(
            ANN, contact, Match.EXTERNAL_ID, Diff.between(ANN, contact.profile()), List.of()));
  }

  private static Attempt inspecting() {
    return sent(creating(), conflict(false));
  }

  private static Attempt unarchiving() {
    return sent(creating(), conflict(true));
  }

  private static Reply conflict(boolean archived) {
    return new Reply.Conflict(Optional.of(OTHER), archived, "already exists with id=other");
  }

  private static Attempt sent(Attempt attempt, Reply reply) {
    var step = recovery().next(attempt, reply);
    assertThat(step).isInstanceOf(Step.Send.class);
    return ((Step.Send) step).attempt();
  }

  private static Step.Done done(Attempt attempt, Reply reply) {
    var step = recovery().next(attempt, reply);
    assertThat(step).isInstanceOf(Step.Done.class);
    return (Step.Done) step;
  }

  private static Result result(Attempt attempt, Reply reply) {
    return done(attempt, reply).result();
  }

  private static Recovery recovery() {
    return new Recovery(roll(), Policy.DEFAULT, new Beginning(Instant.EPOCH));
  }

  private static Roll roll() {
    return new Roll(Set.of(member("101"), member("900")), Set.of());
  }
}
