package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contact;
import static org.rollcall.support.People.hidden;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;

/// Plans that know who is archived or blocked.
class PlannedRevivalTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Wanted BOB = wanted("102", "bob@example.org");
  private static final HiddenContact ARCHIVED = hidden("a", "101", "archived");

  private static Plan plan(List<Contact> contacts, List<HiddenContact> hidden, Wanted... wanted) {
    var workspace = new ContactIndex();
    contacts.forEach(workspace::add);
    var members = List.of(wanted);
    Set<MemberId> everybody = Stream.of(wanted).map(Wanted::member).collect(Collectors.toSet());
    var roll = Roll.of(everybody, members).comparedWith(workspace, members);
    return new Planner(workspace, roll, Policy.DEFAULT, NotKept.NOTHING, HiddenIndex.of(hidden))
        .plan(members, List.of());
  }

  @Test
  void a_member_whose_contact_is_archived_is_brought_back_and_not_made_again() {
    var plan = plan(List.of(right("b", BOB)), List.of(ARCHIVED), ANN, BOB);

    assertThat(plan.notable()).containsExactly(new Change.Revive(ANN, ARCHIVED));
    assertThat(plan.counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 1, 0));
  }

  @Test
  void a_blocked_contact_is_planned_and_counted_as_blocked() {
    var plan = plan(List.of(), List.of(hidden("a", "101", "blocked")), ANN);

    assertThat(plan.counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0, 0, 1));
  }

  @Test
  void a_contact_that_can_be_seen_comes_before_one_that_cannot() {
    var byNumber = plan(List.of(right("c", ANN)), List.of(ARCHIVED), ANN);
    var byEmail = plan(List.of(user("c", "", "ann@example.org")), List.of(ARCHIVED), ANN);

    assertThat(byNumber.isEmpty()).isTrue();
    assertThat(byEmail.notable()).singleElement().isInstanceOf(Change.Update.class);
  }

  @Test
  void a_number_of_nobody_and_a_word_that_is_not_known_change_nothing() {
    var plan =
        plan(List.of(), List.of(hidden("x", "999", "archived"), hidden("y", "101", "odd")), ANN);

    assertThat(plan.notable()).singleElement().isInstanceOf(Change.Create.class);
  }

  @Test
  void members_who_share_an_email_are_each_known_by_their_number() {
    var other = wanted("103", "ann@example.org");

    assertThat(plan(List.of(), List.of(ARCHIVED), ANN, other).notable())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(new Change.Revive(ANN, ARCHIVED)),
            second -> assertThat(second).isInstanceOf(Change.Create.class));
  }

  @Test
  void nobody_is_brought_back_whose_number_another_contact_still_carries_in_this_run() {
    var bobs =
        with(
            contact("m", "user", "101", "bob@example.org", 1_600_000_000),
            FieldName.NAME,
            new Value.Text("Member 102"));
    var plan = plan(List.of(bobs), List.of(ARCHIVED), ANN, BOB);

    assertThat(plan.notable()).noneMatch(Change.Revive.class::isInstance);
  }

  @Test
  void only_members_without_a_contact_of_their_number_are_looked_for() {
    var workspace = new ContactIndex();
    List.of(right("a", ANN), user("b", "", "bob@example.org")).forEach(workspace::add);

    assertThat(workspace.lacking(List.of(ANN, BOB))).containsExactly(member("102"));
  }
}
