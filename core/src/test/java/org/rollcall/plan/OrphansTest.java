package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contact;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Thresholds;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;

class OrphansTest {
  private static final Leavers ARCHIVE = new Leavers.Archive();
  private static final Leavers MARK = new Leavers.Mark(new TreeMap<>(Map.of(REGION, put("Gone"))));

  /// Members 101 to 160, each with a contact that is right.
  private static final List<Wanted> WANTED =
      IntStream.rangeClosed(101, 160)
          .mapToObj(number -> wanted("" + number, "m" + number + "@example.org"))
          .toList();

  /// Rows 161 to 163 are not eligible.
  private static final Set<MemberId> EVERYBODY =
      IntStream.rangeClosed(101, 163).mapToObj(n -> member("" + n)).collect(Collectors.toSet());

  private static final Contact ORPHAN =
      user("gone", "999", "gone@example.org").seenAt(1_700_000_000);

  @Test
  void whose_number_no_row_has_is_an_orphan_and_is_archived() {
    var plan = plan(ARCHIVE, ORPHAN);
    assertThat(departures(plan))
        .containsExactly(
            new Change.Depart(
                member("999"), ORPHAN, new Deed.Archive(contactId("gone")), Leaver.ORPHAN));
    assertThat(plan.orphans()).containsExactly(ORPHAN);
  }

  @Test
  void it_is_counted_where_it_is_ignored() {
    var plan = plan(new Leavers.Ignore(), ORPHAN);
    assertThat(departures(plan)).isEmpty();
    assertThat(plan.orphans()).extracting(Contact::lastSeenAt).containsExactly(1_700_000_000L);
    assertThat(plan.isEmpty()).isTrue();
  }

  @Test
  void it_is_marked_once() {
    assertThat(departures(plan(MARK, ORPHAN)))
        .singleElement()
        .satisfies(depart ->
            assertThat(((Deed.Write) depart.deed()).differences())
                .containsExactly(new Difference(REGION, "", "Gone")));
    var marked = with(ORPHAN, REGION, new Value.Text("Gone"));
    assertThat(departures(plan(MARK, marked))).isEmpty();
    assertThat(plan(MARK, marked).orphans()).containsExactly(marked);
  }

  static Stream<Contact> others() {
    return Stream.of(
        user("staff", "staff-1", "staff@example.org"),
        user("longer", "9999", "long@example.org"),
        user("letters", "99A", "letters@example.org"),
        user("uuid", "5f0c9b1e-0000-4000-8000-123456789012", "old@example.org"),
        user("without", "", "nobody@example.org"),
        user("ineligible", "161", "left@example.org"),
        user("marked", "161\u200e", "left@example.org"),
        user("moving", "rollcall-moves-to-161", "left@example.org"),
        user("members", "999", "M102@example.org"),
        user("skipped", "999", "skipped@example.org"),
        contact("lead", "lead", "999", "lead@example.org", 1));
  }

  @ParameterizedTest
  @MethodSource("others")
  void nobody_else_is(Contact other) {
    var plan = plan(ARCHIVE, other);
    assertThat(departures(plan)).isEmpty();
    assertThat(plan.orphans()).isEmpty();
  }

  @Test
  void a_contact_that_a_member_takes_is_theirs() {
    var members = new ArrayList<>(WANTED);
    members.set(0, wanted("101", "gone@example.org"));
    var plan = plan(ARCHIVE, members, List.of(), ORPHAN);
    assertThat(plan.orphans()).isEmpty();
  }

  @Test
  void an_id_that_a_member_should_have_is_theirs() {
    var members = new ArrayList<>(WANTED);
    members.set(0, with(WANTED.getFirst(), FieldName.EXTERNAL_ID, put("999")));
    assertThat(plan(ARCHIVE, members, List.of(), ORPHAN).orphans()).isEmpty();
  }

  @Test
  void they_come_in_the_order_of_their_numbers_each_number_once() {
    var plan =
        plan(
            ARCHIVE,
            user("c", "903", ""),
            user("a", "901", ""),
            user("b", "902", ""),
            user("twin", "901\u200e", ""));
    assertThat(departures(plan))
        .extracting(depart -> depart.contact().id().value())
        .containsExactly("a", "b", "c");
    assertThat(plan.orphans()).hasSize(4);
  }

  @Test
  void a_roster_that_lost_its_rows_is_refused() {
    var lost = IntStream.range(0, 6).mapToObj(n -> user("c" + n, "90" + n, ""));
    assertThat(objections(plan(ARCHIVE, lost.toArray(Contact[]::new))))
        .singleElement()
        .asString()
        .contains("mark or archive as leavers or orphans 6 of 61 contacts");
    var few = IntStream.range(0, 3).mapToObj(n -> user("c" + n, "90" + n, ""));
    assertThat(objections(plan(ARCHIVE, few.toArray(Contact[]::new)))).isEmpty();
  }

  @Test
  void a_plan_of_some_members_knows_none() {
    var index = new ContactIndex();
    index.add(ORPHAN);
    var roll = Roll.of(EVERYBODY, WANTED);
    var plan = new Planner(index, roll, Policy.DEFAULT).plan(WANTED, List.of(), List.of());
    assertThat(plan.orphans()).isEmpty();
  }

  private static List<String> objections(Plan plan) {
    return new Safeguard(Thresholds.DEFAULT).objections(plan, 63, Past.UNKNOWN);
  }

  private static List<Change.Depart> departures(Plan plan) {
    return plan.notable().stream()
        .filter(Change.Depart.class::isInstance)
        .map(Change.Depart.class::cast)
        .toList();
  }

  private static Plan plan(Leavers treatment, Contact... others) {
    var skipped = new Change.Skip(member("163"), "Skipped@example.org", "Why.");
    return plan(treatment, WANTED, List.of(skipped), others);
  }

  private static Plan plan(
      Leavers treatment, List<Wanted> members, List<Change.Skip> skips, Contact... others) {
    var index = new ContactIndex();
    WANTED.forEach(each -> index.add(right("c" + each.member(), each)));
    List.of(others).forEach(index::add);
    var roll = Roll.of(EVERYBODY, members).comparedWith(index, members);
    return new Planner(index, roll, Policy.DEFAULT)
        .plan(members, skips, List.of(), Optional.of(treatment));
  }
}
