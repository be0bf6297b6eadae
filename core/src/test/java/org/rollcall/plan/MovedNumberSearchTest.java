package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;

class MovedNumberSearchTest {
  @Test
  void in_a_chain_each_contact_stays_with_its_person() {
    var plan = plan(List.of(of("a", "101", "Ann"), of("b", "102", "Bob")), ann("102"), bob("103"));
    assertThat(plan.changes()).hasSize(2);
    assertMoved(plan.changes().get(0), "a", "101", "102");
    assertMoved(plan.changes().get(1), "b", "102", "103");
    assertThat(plan.notices()).noneMatch(Notice.UnknownExternalId.class::isInstance);
  }

  @Test
  void in_a_ring_each_contact_stays_with_its_person() {
    var plan =
        plan(
            List.of(of("a", "101", "Ann"), of("b", "102", "Bob"), of("c", "103", "Cora")),
            ann("102"),
            bob("103"),
            somebody("101", "Cora"));
    assertMoved(plan.changes().get(0), "a", "101", "102");
    assertMoved(plan.changes().get(1), "b", "102", "103");
    assertMoved(plan.changes().get(2), "c", "103", "101");
  }

  @Test
  void a_number_that_was_given_to_somebody_new_leaves_the_contact_with_its_person() {
    var plan = plan(List.of(of("b", "102", "Bob")), ann("102"), bob("103"));
    assertThat(plan.changes().get(0)).isInstanceOf(Change.Create.class);
    assertMoved(plan.changes().get(1), "b", "102", "103");
  }

  @Test
  void a_person_with_another_contact_of_their_own_leaves_the_decision_to_somebody() {
    var plan =
        plan(List.of(of("b", "102", "Bob"), right("own", bob("103"))), ann("102"), bob("103"));
    assertThat(plan.changes().get(0))
        .isInstanceOfSatisfying(
            Change.Clash.class,
            clash -> {
              assertThat(clash.contact().id()).isEqualTo(contactId("b"));
              assertThat(clash.reason()).contains("Contact b").contains("member 103");
              assertThat(clash.listed()).containsExactly(clash.contact());
              assertThat(clash.asks()).isFalse();
            });
    assertThat(plan.changes().get(1)).isInstanceOf(Change.Unchanged.class);
    assertThat(plan.counts().skip()).isOne();
    assertThat(plan.whole().holders()).containsEntry(FieldName.EMAIL, 2);
    assertThat(PlannedDeeds.of(plan.changes().getFirst())).isEmpty();
  }

  @Test
  void where_one_in_a_chain_cannot_move_none_that_waits_for_it_does() {
    var plan =
        plan(
            List.of(of("a", "101", "Ann"), of("b", "102", "Bob"), right("own", bob("103"))),
            somebody("101", "Dan"),
            ann("102"),
            bob("103"));
    assertThat(plan.changes().get(0)).isInstanceOf(Change.Clash.class);
    assertThat(plan.changes().get(1)).isInstanceOf(Change.Clash.class);
    assertThat(plan.changes().get(2)).isInstanceOf(Change.Unchanged.class);
  }

  @Test
  void of_two_contacts_of_one_person_under_numbers_of_others_none_moves() {
    var plan =
        plan(
            List.of(of("b", "102", "Bob"), of("c", "104", "Bob")),
            ann("102"),
            bob("103"),
            somebody("104", "Dan"));
    assertThat(plan.changes().get(0)).isInstanceOf(Change.Clash.class);
    assertThat(plan.changes().get(2)).isInstanceOf(Change.Clash.class);
  }

  @Test
  void an_email_or_a_name_alone_moves_nothing() {
    var married = with(right("b", ann("102")), FieldName.EMAIL, new Value.Email("bob@example.org"));
    assertUpdated(plan(List.of(married), ann("102"), bob("103")).changes().getFirst());
    var renamed = with(right("b", ann("102")), FieldName.NAME, new Value.Text("Bob"));
    assertUpdated(plan(List.of(renamed), ann("102"), bob("103")).changes().getFirst());
    var nobodys = of("b", "102", "Zoe");
    assertUpdated(plan(List.of(nobodys), ann("102"), bob("103")).changes().getFirst());
    var unlike = with(of("b", "102", "Bob"), FieldName.NAME, new Value.Text("Robert"));
    assertUpdated(plan(List.of(unlike), ann("102"), bob("103")).changes().getFirst());
  }

  @Test
  void a_name_is_the_same_in_any_case_and_spacing() {
    var shouting = with(of("b", "102", "Bob"), FieldName.NAME, new Value.Text(" BOB  Example "));
    var plan =
        plan(List.of(shouting), ann("102"), with(bob("103"), FieldName.NAME, put("Bob Example")));
    assertThat(plan.changes().get(1))
        .isInstanceOfSatisfying(
            Change.Update.class, update -> assertThat(update.match()).isEqualTo(Match.MOVED));
  }

  @Test
  void of_members_who_share_an_address_the_name_tells_who_it_is() {
    var dan = with(somebody("104", "Dan"), FieldName.EMAIL, put("bob@example.org"));
    var plan = plan(List.of(of("b", "102", "Bob")), ann("102"), bob("103"), dan);
    assertMoved(plan.changes().get(1), "b", "102", "103");
    var twin = with(dan, FieldName.NAME, put("bob"));
    var twins = plan(List.of(of("b", "102", "Bob")), ann("102"), bob("103"), twin);
    assertUpdated(twins.changes().getFirst());
  }

  @Test
  void an_id_of_another_system_is_not_taken_for_a_number_that_became_free() {
    var staff = of("a", "staff-17", "Ann");
    var plan = plan(List.of(staff, of("b", "102", "Bob")), ann("102"), bob("103"));
    assertThat(plan.changes().get(0)).isInstanceOf(Change.Create.class);
    assertMoved(plan.changes().get(1), "b", "102", "103");
  }

  @Test
  void of_several_contacts_with_ones_name_none_is_taken_by_name() {
    var plan =
        plan(
            List.of(of("a", "101", "Ann"), of("a2", "100", "Ann"), of("b", "102", "Bob")),
            ann("102"),
            bob("103"));
    assertThat(plan.changes().get(0)).isInstanceOf(Change.Create.class);
  }

  @Test
  void a_contact_that_waits_for_its_number_is_its_persons() {
    var waiting = of("b", "rollcall-moves-to-103", "Bob");
    var plan = plan(List.of(waiting), bob("103"));
    assertThat(plan.changes().getFirst())
        .isInstanceOfSatisfying(
            Change.Update.class,
            update ->
                assertThat(update.differences())
                    .contains(
                        new Difference(FieldName.EXTERNAL_ID, Aside.on(member("103")), "103")));
    var others =
        plan(
            List.of(waiting),
            with(ann("102"), FieldName.EMAIL, put("bob@example.org")),
            bob("103"));
    assertThat(others.changes().getFirst()).isInstanceOf(Change.Create.class);
  }

  @Test
  void numbers_are_given_up_before_they_are_taken() {
    var contacts =
        List.of(
            of("a", "101", "Ann"),
            of("b", "102", "Bob"),
            of("c", "103", "Cora"),
            of("e", "110", "Eve"));
    var members =
        List.of(
            somebody("101", "New"),
            ann("102"),
            bob("103"),
            somebody("104", "Cora"),
            somebody("110", "Eve"));
    var index = index(contacts);
    var roll = roll(members, index);
    var changes = new Planner(index, roll, Policy.DEFAULT).plan(members, List.of()).changes();
    assertThat(numbers(roll.moved().inSafeOrder(changes)))
        .containsExactly("104", "103", "102", "101", "110");
    assertThat(MovedNumbers.NONE.inSafeOrder(changes)).isSameAs(changes);
    assertThat(Stream.of("101", "102", "103", "104").map(MemberId::new))
        .allMatch(roll.moved()::concerns);
    assertThat(roll.moved().concerns(member("110"))).isFalse();
  }

  @Test
  void a_contact_that_was_given_to_somebody_else_meanwhile_goes_nowhere() {
    var b = of("b", "102", "Bob");
    var index = index(List.of(b));
    var members = List.of(ann("102"), bob("103"), somebody("104", "Dan"));
    var candidates = new Candidates(roll(members, index), Policy.DEFAULT);
    for (var number : List.of("102", "rollcall-moves-to-103", "103")) {
      assertThat(candidates.claim(of("b", number, "Bob"), bob("103")))
          .isEqualTo(new Claim.Rightful(Match.MOVED));
      assertThat(candidates.claim(of("b", number, "Bob"), ann("102")))
          .isEqualTo(new Claim.AnotherMembers("103"));
    }
    assertThat(candidates.claim(of("b", "104", "Bob"), bob("103")))
        .isEqualTo(new Claim.AnotherMembers("104"));
  }

  @Test
  void in_a_ring_somebody_begins() {
    var index = index(List.of(of("a", "101", "Ann"), of("b", "102", "Bob")));
    var members = List.of(bob("101"), ann("102"));
    var roll = roll(members, index);
    var changes = new Planner(index, roll, Policy.DEFAULT).plan(members, List.of()).changes();
    assertThat(numbers(roll.moved().inSafeOrder(changes))).containsExactlyInAnyOrder("101", "102");
  }

  @Tag("scale")
  @Test
  void everybody_renumbered_by_one_is_put_in_order_in_a_moment() {
    var contacts = new ArrayList<Contact>();
    var members = new ArrayList<Wanted>();
    for (int number = 0; number < 5_000; number++) {
      contacts.add(of("c" + number, "" + (10_000 + number), "Person " + number));
      members.add(somebody("" + (10_001 + number), "Person " + number));
    }
    var index = index(contacts);
    var roll = roll(members, index);
    var changes = new Planner(index, roll, Policy.DEFAULT).plan(members, List.of()).changes();
    assertThat(changes)
        .allMatch(
            change -> change instanceof Change.Update update && update.match() == Match.MOVED);
    assertThat(numbers(roll.moved().inSafeOrder(changes)).getFirst()).isEqualTo("15000");
  }

  private static void assertMoved(Change change, String contact, String from, String to) {
    assertThat(change)
        .isInstanceOfSatisfying(
            Change.Update.class,
            update -> {
              assertThat(update.contact().id()).isEqualTo(contactId(contact));
              assertThat(update.match()).isEqualTo(Match.MOVED);
              assertThat(update.differences())
                  .containsExactly(new Difference(FieldName.EXTERNAL_ID, from, to));
              assertThat(update.surplus()).isEmpty();
            });
  }

  private static void assertClash(Change change, String reason) {
    assertThat(change)
        .isInstanceOfSatisfying(
            Change.Clash.class, clash -> assertThat(clash.reason()).isEqualTo(reason));
  }

  private static void assertUpdated(Change change) {
    assertThat(change)
        .isInstanceOfSatisfying(
            Change.Update.class, update -> assertThat(update.match()).isEqualTo(Match.EXTERNAL_ID));
  }

  private static List<String> numbers(List<Change> changes) {
    return changes.stream().map(change -> change.member().value()).toList();
  }

  @Test
  void a_contact_of_somebody_else_who_was_not_read_is_not_overwritten() {
    var plan = planOfSome(List.of(of("b", "102", "Bob")), List.of("103"), ann("102"));
    assertClash(
        plan.changes().getFirst(),
        "Contact b carries the member's number, but neither their e-mail nor their name. Whose it is cannot be told, since only some members were read; a run without a limit can tell.");
  }

  @Test
  void a_member_whose_contact_carries_the_number_of_one_who_was_not_read_gets_no_second() {
    var plan = planOfSome(List.of(of("b", "102", "Bob")), List.of("102"), bob("103"));
    assertClash(
        plan.changes().getFirst(),
        "Contact b has the member's e-mail and name, but the number of member 102. Whose it is cannot be told, since only some members were read; a run without a limit can tell.");
  }

  @Test
  void what_can_be_judged_is_planned_though_only_some_were_read() {
    var renamed = with(right("a", ann("101")), FieldName.NAME, new Value.Text("Anna"));
    var elsewhere = of("z", "109", "Zoe");
    var plan =
        planOfSome(
            List.of(renamed, of("c", "102", "Cora"), elsewhere),
            List.of("109", "110"),
            ann("101"),
            somebody("103", "Cora"),
            somebody("102", "Dan"));
    assertThat(plan.changes().get(0)).isInstanceOf(Change.Update.class);
    assertMoved(plan.changes().get(1), "c", "102", "103");
    assertThat(plan.changes().get(2)).isInstanceOf(Change.Create.class);
  }

  /// @param others the numbers of members who were not read
  private static Plan planOfSome(List<Contact> contacts, List<String> others, Wanted... wanted) {
    var index = index(contacts);
    var members = List.of(wanted);
    var everybody =
        Stream.concat(members.stream().map(Wanted::member), others.stream().map(MemberId::new))
            .collect(Collectors.toSet());
    var roll = Roll.of(everybody, members).comparedWithSome(index, members);
    return new Planner(index, roll, Policy.DEFAULT).plan(members, List.of());
  }

  private static Plan plan(List<Contact> contacts, Wanted... wanted) {
    var index = index(contacts);
    var members = List.of(wanted);
    return new Planner(index, roll(members, index), Policy.DEFAULT).plan(members, List.of());
  }

  private static Roll roll(List<Wanted> members, ContactIndex index) {
    Set<MemberId> everybody = members.stream().map(Wanted::member).collect(Collectors.toSet());
    return Roll.of(everybody, members).comparedWith(index, members);
  }

  private static ContactIndex index(List<Contact> contacts) {
    var index = new ContactIndex();
    contacts.forEach(index::add);
    return index;
  }

  private static Wanted ann(String number) {
    return somebody(number, "Ann");
  }

  private static Wanted bob(String number) {
    return somebody(number, "Bob");
  }

  private static Wanted somebody(String number, String name) {
    var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    return with(wanted(number, email), FieldName.NAME, put(name));
  }

  /// The contact of a person under a number, right but for that.
  private static Contact of(String id, String number, String name) {
    return with(right(id, somebody("0", name)), FieldName.EXTERNAL_ID, new Value.Text(number));
  }
}
