package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contact;
import static org.rollcall.support.People.lead;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Policy.Duplicates;
import org.rollcall.model.Policy.Leads;
import org.rollcall.model.Policy.UnknownExternalId;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change.Create;
import org.rollcall.plan.Change.Skip;
import org.rollcall.plan.Change.Unchanged;
import org.rollcall.plan.Change.Update;

class PlannerTest {
  private static final String OLD_ID = "0b2f1d9e-0000-4000-8000-00000000002a";
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Wanted BOB = wanted("102", "bob@example.org");

  @Test
  void a_member_without_a_contact_is_created_with_every_field_that_holds_something() {
    var cleared = with(ANN, REGION, new Wish.Clear());
    var change = (Create) only(plan(List.of(), cleared));
    assertThat(change.differences())
        .extracting(Difference::field)
        .containsExactly(
            FieldName.EMAIL,
            FieldName.EXTERNAL_ID,
            FieldName.NAME,
            FieldName.PHONE,
            FieldName.ROLE);
  }

  @Test
  void a_contact_that_is_right_is_unchanged_whatever_the_case_of_its_email() {
    var shouting = with(right("c1", ANN), FieldName.EMAIL, new Value.Email("ANN@Example.org"));
    assertThat(only(plan(List.of(shouting), ANN))).isInstanceOf(Unchanged.class);
  }

  @Test
  void only_the_fields_that_differ_are_planned() {
    var stale = with(right("c1", ANN), REGION, new Value.Text("NGL"));
    var change = (Update) only(plan(List.of(stale), ANN));
    assertThat(change.differences()).containsExactly(new Difference(REGION, "NGL", "GL"));
    assertThat(change.match()).isEqualTo(Match.EXTERNAL_ID);
  }

  @Test
  void a_field_to_clear_is_planned_only_where_it_holds_something() {
    var clearing = with(ANN, REGION, new Wish.Clear());
    assertThat(only(plan(List.of(right("c1", ANN)), clearing)))
        .isInstanceOfSatisfying(
            Update.class,
            update ->
                assertThat(update.differences()).containsExactly(new Difference(REGION, "GL", "")));
    assertThat(only(plan(List.of(right("c1", clearing)), clearing))).isInstanceOf(Unchanged.class);
  }

  @Test
  void a_field_to_leave_is_never_planned() {
    var leaving = with(ANN, FieldName.PHONE, new Wish.Leave());
    var other = with(right("c1", ANN), FieldName.PHONE, new Value.Text("+12025550199"));
    assertThat(only(plan(List.of(other), leaving))).isInstanceOf(Unchanged.class);
  }

  @Test
  void a_changed_email_is_an_update_since_the_external_id_comes_first() {
    var moved = with(right("c1", ANN), FieldName.EMAIL, new Value.Email("old@example.org"));
    var stranger = user("c2", "", "ann@example.org");
    var change = (Update) only(plan(List.of(stranger, moved), ANN));
    assertThat(change.contact()).isEqualTo(moved);
    assertThat(change.surplus()).containsExactly(stranger);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"101\u200e", "\u202a101\u202c", "1\u200b01", "101\u00a0", "101\ufe0f\u3164"})
  void a_number_with_what_nobody_sees_is_the_members_and_is_put_right(String number) {
    var marked = user("c1", number, "old@example.org");
    var change = (Update) only(plan(List.of(marked), ANN));
    assertThat(change.contact()).isEqualTo(marked);
    assertThat(change.match()).isEqualTo(Match.EXTERNAL_ID);
    assertThat(change.differences())
        .contains(new Difference(FieldName.EXTERNAL_ID, marked.externalId().orElseThrow(), "101"));
  }

  @Test
  void of_two_contacts_with_a_number_the_plain_one_is_kept() {
    var marked = user("c2", "101\u200e", "ann@example.org");
    for (var contacts :
        List.of(List.of(right("c1", ANN), marked), List.of(marked, right("c1", ANN)))) {
      var change = (Unchanged) only(plan(contacts, ANN));
      assertThat(change.contact().id()).isEqualTo(new ContactId("c1"));
      assertThat(change.surplus()).containsExactly(marked);
    }
  }

  @Test
  void a_marked_number_of_another_member_is_never_taken() {
    var bobs = user("c1", "\u200e102", "ann@example.org");
    assertThat(only(plan(List.of(bobs), ANN))).isInstanceOf(Create.class);
    var both = plan(List.of(bobs), ANN, BOB).changes();
    assertThat(both.getFirst()).isInstanceOf(Create.class);
    assertThat(((Update) both.getLast()).contact()).isEqualTo(bobs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200e", "\u3164", "\u2800"})
  void a_number_of_which_nothing_is_seen_is_none(String number) {
    var change = (Update) only(plan(List.of(user("c1", number, "ann@example.org")), ANN));
    assertThat(change.match()).isEqualTo(Match.EMAIL);
  }

  @Test
  void the_beginning_of_a_number_for_moments_is_nobodys_number() {
    var odd = user("c1", "rollcall-moves-to-", "ann@example.org");
    assertThat(only(plan(List.of(odd), ANN))).isInstanceOf(Create.class);
  }

  @Test
  void a_contact_without_external_id_is_claimed_by_email() {
    var change = (Update) only(plan(List.of(user("c1", "", "Ann@example.org")), ANN));
    assertThat(change.match()).isEqualTo(Match.EMAIL);
    assertThat(change.differences()).contains(new Difference(FieldName.EXTERNAL_ID, "", "101"));
  }

  @Test
  void an_external_id_nobody_knows_is_adopted_and_noticed_or_left_and_noticed() {
    var old = user("c1", OLD_ID, "ann@example.org");
    var adopting = plan(List.of(old), ANN);
    assertThat(((Update) only(adopting)).match()).isEqualTo(Match.ADOPTED);
    assertThat(adopting.notices())
        .containsExactly(new Notice.UnknownExternalId(member("101"), old, true));

    var reporting =
        new Policy(
            Duplicates.ARCHIVE, Leads.KEEP, new UnknownExternalId.Report(), new Leavers.Ignore());
    var leaving = plan(reporting, Set.of(), List.of(old), ANN);
    assertThat(only(leaving)).isInstanceOf(Create.class);
    assertThat(leaving.notices())
        .containsExactly(new Notice.UnknownExternalId(member("101"), old, false));
  }

  @Test
  void a_contact_of_another_system_is_never_put_away_as_a_duplicate() {
    var app = contact("c1", "user", "app-17", "ann@example.org", 1);
    var staff = contact("c2", "user", "staff-3", "ann@example.org", 2);
    var old = contact("c3", "user", OLD_ID, "ann@example.org", 3);
    var plan = plan(List.of(app, staff, old, right("c4", ANN)), ANN);
    assertThat(((Unchanged) only(plan)).surplus()).containsExactly(old);
    assertThat(plan.notices())
        .containsExactly(
            new Notice.UnknownExternalId(member("101"), app, false),
            new Notice.UnknownExternalId(member("101"), staff, false),
            new Notice.UnknownExternalId(member("101"), old, true));
  }

  @Test
  void whoever_adopts_any_id_takes_the_best_and_puts_none_away() {
    var any =
        new Policy(
            Duplicates.ARCHIVE, Leads.KEEP, new UnknownExternalId.AdoptAny(), new Leavers.Ignore());
    var app = contact("c1", "user", "app-17", "ann@example.org", 2);
    var staff = contact("c2", "user", "staff-3", "ann@example.org", 1);
    var nobodys = contact("c3", "user", "", "ann@example.org", 1);
    var plan = plan(any, Set.of(), List.of(app, staff, nobodys), ANN);
    var update = (Update) only(plan);
    assertThat(update.contact()).isEqualTo(app);
    assertThat(update.surplus()).containsExactly(nobodys);
    assertThat(plan.notices())
        .containsExactly(
            new Notice.UnknownExternalId(member("101"), app, true),
            new Notice.UnknownExternalId(member("101"), staff, false));
  }

  @Test
  void a_form_of_ones_own_names_the_ids_that_are_out_of_use() {
    var form = new UnknownExternalId.Adopt(Pattern.compile("legacy-[0-9]+"));
    var own = new Policy(Duplicates.ARCHIVE, Leads.KEEP, form, new Leavers.Ignore());
    var legacy = contact("c1", "user", "legacy-9", "ann@example.org", 1);
    var half = contact("c2", "user", "legacy-9b", "ann@example.org", 2);
    var plan = plan(own, Set.of(), List.of(legacy, half), ANN);
    assertThat(((Update) only(plan)).contact()).isEqualTo(legacy);
    assertThat(((Update) only(plan)).surplus()).isEmpty();
  }

  @Test
  void a_contact_of_anybody_on_the_roster_is_never_taken_eligible_or_not() {
    var theirs = user("c1", "900", "ann@example.org");
    var plan = plan(Policy.DEFAULT, Set.of(member("900")), List.of(theirs), ANN);
    assertThat(only(plan)).isInstanceOf(Create.class);
    assertThat(plan.notices()).isEmpty();
  }

  @Test
  void a_lead_becomes_the_user_only_where_no_user_is() {
    var lead = lead("c1", "ann@example.org");
    var change = (Update) only(plan(List.of(lead), ANN));
    assertThat(change.match()).isEqualTo(Match.LEAD);
    assertThat(change.differences()).contains(new Difference(FieldName.ROLE, "lead", "user"));

    var beside = (Unchanged) only(plan(List.of(lead, right("c2", ANN)), ANN));
    assertThat(beside.surplus()).isEmpty();
  }

  @Test
  void a_lead_beside_the_user_is_put_away_where_the_settings_say_merge() {
    var merging = merging();
    var lead = lead("c1", "ann@example.org");
    var change = (Unchanged) only(plan(merging, Set.of(), List.of(lead, right("c2", ANN)), ANN));
    assertThat(change.surplus()).containsExactly(lead);
  }

  @Test
  void of_several_the_one_with_the_number_is_kept_however_old() {
    var own = contact("c1", "user", "101", "ann@example.org", 1);
    var newer = contact("c2", "user", "", "ann@example.org", 2);
    var change = (Update) only(plan(List.of(newer, own), ANN));
    assertThat(change.contact()).isEqualTo(own);
    assertThat(change.surplus()).containsExactly(newer);
  }

  @Test
  void of_several_without_the_number_the_newest_user_is_kept() {
    var oldest = contact("c3", "user", "", "ann@example.org", 1);
    var newest = contact("c1", "user", "", "ann@example.org", 3);
    var middle = contact("c2", "user", OLD_ID, "ann@example.org", 2);
    var newerLead = contact("c4", "lead", "uuid-2", "ann@example.org", 4);
    var change = (Update) only(plan(List.of(oldest, newerLead, newest, middle), ANN));
    assertThat(change.contact()).isEqualTo(newest);
    assertThat(change.surplus()).containsExactly(middle, oldest);
  }

  @Test
  void contacts_of_the_same_second_are_told_apart_by_id() {
    var first = contact("c1", "user", "", "ann@example.org", 5);
    var second = contact("c2", "user", "", "ann@example.org", 5);
    assertThat(((Update) only(plan(List.of(second, first), ANN))).contact()).isEqualTo(second);
    assertThat(((Update) only(plan(List.of(first, second), ANN))).contact()).isEqualTo(second);
  }

  @Test
  void duplicates_are_left_and_noticed_where_the_settings_say_report() {
    var reporting =
        new Policy(
            Duplicates.REPORT, Leads.KEEP, UnknownExternalId.Adopt.UUIDS, new Leavers.Ignore());
    var kept = right("c1", ANN);
    var older = user("c2", "", "ann@example.org");
    var plan = plan(reporting, Set.of(), List.of(kept, older), ANN);
    assertThat(((Unchanged) only(plan)).surplus()).isEmpty();
    assertThat(plan.notices())
        .containsExactly(new Notice.DuplicatesLeft(member("101"), kept, List.of(older)));
  }

  @Test
  void members_who_share_an_email_are_both_planned_and_flagged_and_nothing_is_archived() {
    var cat = wanted("103", "ANN@example.org");
    var own = right("c1", ANN);
    var nobodys = user("c2", "", "ann@example.org");
    var another = user("c3", "", "ann@example.org");
    var plan = plan(List.of(own, nobodys, another), ANN, cat);
    assertThat(((Unchanged) plan.changes().get(0)).surplus()).isEmpty();
    assertThat(plan.changes().get(1)).isInstanceOf(Update.class);
    assertThat(plan.notices())
        .contains(new Notice.SharedEmail("ann@example.org", List.of(member("101"), member("103"))));
  }

  @Test
  void what_is_left_of_a_shared_address_is_noticed_once() {
    var cat = wanted("103", "ANN@example.org");
    var plan =
        plan(
            List.of(
                right("c1", ANN),
                contact("c2", "user", "", "ann@example.org", 3),
                contact("c3", "user", "", "ann@example.org", 2),
                contact("c4", "user", "uuid", "ann@example.org", 1),
                contact("c5", "user", "900", "ann@example.org", 1),
                lead("c6", "ann@example.org")),
            ANN,
            cat);
    assertThat(((Update) plan.changes().get(1)).contact().id().value()).isEqualTo("c2");
    assertThat(plan.notices())
        .filteredOn(Notice.SharedLeft.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Notice.SharedLeft.class,
            left -> {
              assertThat(left.email()).isEqualTo("ann@example.org");
              assertThat(left.some())
                  .extracting(each -> each.id().value())
                  .contains("c3", "c4")
                  .doesNotContain("c1", "c2", "c6");
            });
    assertThat(plan.notices()).noneMatch(Notice.DuplicatesLeft.class::isInstance);
  }

  /// The cost is in proportion to their number: a square of it would take minutes.
  @Tag("scale")
  @Test
  void thousands_with_one_address_are_planned_in_seconds() {
    var members = new ArrayList<Wanted>();
    var workspace = new ContactIndex();
    for (int each = 0; each < 20_000; each++) {
      var wanted = wanted("" + (10_000 + each), "info@club.example.org");
      members.add(wanted);
      workspace.add(
          each % 2 == 0
              ? right("c" + each, wanted)
              : contact(
                  "c" + each,
                  "user",
                  each % 3 == 0 ? "uuid-" + each : "",
                  "info@club.example.org",
                  each));
      workspace.add(user("d" + each, "", "info@club.example.org"));
    }
    var plan =
        assertTimeout(
            Duration.ofSeconds(20),
            () ->
                new Planner(workspace, Roll.of(Set.of(), members), Policy.DEFAULT)
                    .plan(members, List.of()));
    assertThat(plan.counts()).isEqualTo(new Counts(0, 10_000, 10_000, 0, 0, 0));
    assertThat(plan.notices()).hasSizeLessThan(10_003);
  }

  @Tag("scale")
  @Test
  void one_member_with_thousands_of_contacts_is_planned_in_seconds() {
    var workspace = new ContactIndex();
    for (int each = 0; each < 20_000; each++) {
      workspace.add(user("c" + each, "", "ann@example.org"));
    }
    var plan =
        assertTimeout(
            Duration.ofSeconds(20),
            () ->
                new Planner(workspace, Roll.of(Set.of(), List.of(ANN)), Policy.DEFAULT)
                    .plan(List.of(ANN), List.of()));
    assertThat(plan.counts().archive()).isEqualTo(19_999);
  }

  @Test
  void one_contact_is_never_given_to_two_members() {
    var nobodys = user("c1", "", "ann@example.org");
    var cat = wanted("103", "ann@example.org");
    var plan = plan(List.of(nobodys), ANN, cat);
    assertThat(plan.changes().get(0)).isInstanceOf(Update.class);
    assertThat(plan.changes().get(1)).isInstanceOf(Create.class);
  }

  @Test
  void members_who_swapped_addresses_keep_their_own_contacts() {
    var annNow = with(right("c1", ANN), FieldName.EMAIL, new Value.Email("bob@example.org"));
    var bobNow = with(right("c2", BOB), FieldName.EMAIL, new Value.Email("ann@example.org"));
    var plan = plan(List.of(annNow, bobNow), ANN, BOB);
    assertThat(plan.changes())
        .extracting(change -> ((Update) change).contact())
        .containsExactly(annNow, bobNow);
    assertThat(plan.counts()).isEqualTo(new Counts(0, 2, 0, 0, 0, 0));
  }

  @Test
  void skipped_members_and_mapping_warnings_are_part_of_the_plan() {
    var warned = new Wanted(ANN.member(), ANN.fields(), List.of("The phone is no number."));
    var skip = new Skip(member("104"), "", "no e-mail");
    var planner =
        new Planner(new ContactIndex(), Roll.of(Set.of(), List.of(warned)), Policy.DEFAULT);
    var plan = planner.plan(List.of(warned), List.of(skip));
    assertThat(plan.changes()).hasSize(2).last().isEqualTo(skip);
    assertThat(plan.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
    assertThat(plan.notices())
        .containsExactly(new Notice.Mapping(member("101"), "The phone is no number."));
  }

  @Test
  void members_whose_every_difference_was_sent_before_are_counted() {
    var workspace = new ContactIndex();
    workspace.add(with(right("c1", ANN), REGION, new Value.Text("short")));
    workspace.add(
        with(
            with(right("c2", BOB), REGION, new Value.Text("short")),
            FieldName.NAME,
            new Value.Text("Bobby")));
    NotKept doubted =
        (_, difference) ->
            difference.field().equals(REGION) ? NotKept.Verdict.DOUBTED : NotKept.Verdict.OPEN;
    var both = List.of(ANN, BOB);
    var plan =
        new Planner(workspace, Roll.of(Set.of(), both), Policy.DEFAULT, doubted)
            .plan(both, List.of());
    assertThat(plan.counts().update()).isEqualTo(2);
    assertThat(plan.notices()).containsExactly(new Notice.SentAgain(1));
  }

  @Test
  void what_intercom_does_not_keep_is_left_as_it_is_and_told_once_for_all() {
    var annNow = with(right("c1", ANN), REGION, new Value.Text("short"));
    var bobNow =
        with(
            with(right("c2", BOB), REGION, new Value.Text("short")),
            FieldName.NAME,
            new Value.Text("Bobby"));
    var workspace = new ContactIndex();
    workspace.add(annNow);
    workspace.add(bobNow);
    NotKept notKept =
        (_, difference) ->
            difference.field().equals(REGION) && difference.before().equals("short")
                ? NotKept.Verdict.KNOWN
                : NotKept.Verdict.OPEN;
    var both = List.of(ANN, BOB);
    var plan =
        new Planner(workspace, Roll.of(Set.of(), both), Policy.DEFAULT, notKept)
            .plan(both, List.of());
    assertThat(plan.counts()).isEqualTo(new Counts(0, 1, 1, 0, 0, 0));
    assertThat(plan.changes().getLast())
        .isInstanceOfSatisfying(
            Update.class,
            update ->
                assertThat(update.differences())
                    .extracting(Difference::field)
                    .containsExactly(FieldName.NAME));
    assertThat(plan.notices()).containsExactly(new Notice.HeldBack(REGION, 2));
  }

  @Test
  void a_lead_that_intercom_will_not_merge_is_left_where_it_is() {
    var kept = right("c1", ANN);
    var older = user("c2", "", "ann@example.org");
    var lead = lead("c3", "ann@example.org");
    assertThat(surplus(unmerged("c3", "c1"), kept, lead)).isEmpty();
    assertThat(surplus(unmerged("c3", "c1"), kept, lead, older)).containsExactly(older);
    assertThat(surplus(unmerged("c2", "c1"), kept, older)).containsExactly(older);
    assertThat(surplus(unmerged("c3", "c9"), kept, lead)).containsExactly(lead);
    assertThat(surplus(NotKept.NOTHING, kept, lead)).containsExactly(lead);
  }

  private static Policy merging() {
    return new Policy(
        Duplicates.ARCHIVE, Leads.MERGE, UnknownExternalId.Adopt.UUIDS, new Leavers.Ignore());
  }

  private static NotKept unmerged(String refused, String kept) {
    return new NotKept() {
      @Override
      public Verdict of(MemberId member, Difference difference) {
        return Verdict.OPEN;
      }

      @Override
      public boolean isUnmerged(MemberId member, ContactId lead, ContactId into) {
        return member.equals(ANN.member())
            && lead.value().equals(refused)
            && into.value().equals(kept);
      }
    };
  }

  private static List<Contact> surplus(NotKept notKept, Contact... contacts) {
    var workspace = new ContactIndex();
    List.of(contacts).forEach(workspace::add);
    var ann = List.of(ANN);
    var plan =
        new Planner(workspace, Roll.of(Set.of(), ann), merging(), notKept).plan(ann, List.of());
    return ((Unchanged) only(plan)).surplus();
  }

  private static Change only(Plan plan) {
    assertThat(plan.changes()).hasSize(1);
    return plan.changes().getFirst();
  }

  private static Plan plan(List<Contact> contacts, Wanted... wanted) {
    return plan(Policy.DEFAULT, Set.of(), contacts, wanted);
  }

  private static Plan plan(
      Policy policy, Set<MemberId> others, List<Contact> contacts, Wanted... wanted) {
    var workspace = new ContactIndex();
    contacts.forEach(workspace::add);
    var roll = Roll.of(new HashSet<>(others), List.of(wanted));
    return new Planner(workspace, roll, policy).plan(List.of(wanted), List.of());
  }
}
