package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Thresholds;
import org.rollcall.model.Value;

class DeparturesTest {
  private static final Contact LEFT = user("left", "105", "left@example.org");
  private static final Contact STAFF = user("staff", "staff-1", "staff@example.org");
  private static final Contact MEMBER = user("member", "101", "ann@example.org");
  private static final Set<MemberId> EVERYBODY = Set.of(member("101"), member("105"));
  private static final Set<MemberId> ELIGIBLE = Set.of(member("101"));
  private static final Leavers MARK = new Leavers.Mark(new TreeMap<>(Map.of(REGION, put("Gone"))));

  @Test
  void leavers_are_ignored_where_the_settings_say_so() {
    assertThat(departures(new Leavers.Ignore(), LEFT)).isEmpty();
  }

  @Test
  void who_is_on_the_roster_and_no_longer_eligible_is_archived() {
    assertThat(departures(new Leavers.Archive(), LEFT, MEMBER))
        .containsExactly(
            new Change.Depart(member("105"), LEFT, new Deed.Archive(contactId("left"))));
  }

  @Test
  void who_is_on_no_roster_is_no_leaver() {
    assertThat(departures(new Leavers.Archive(), STAFF, MEMBER)).isEmpty();
  }

  @Test
  void a_leaver_is_marked_once() {
    assertThat(departures(MARK, LEFT))
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Depart.class,
            depart ->
                assertThat(((Deed.Write) depart.deed()).differences())
                    .containsExactly(new Difference(REGION, "", "Gone")));
    assertThat(departures(MARK, with(LEFT, REGION, new Value.Text("Gone")))).isEmpty();
  }

  @Test
  void leavers_come_in_the_order_of_their_numbers() {
    var contacts =
        IntStream.rangeClosed(1, 9)
            .mapToObj(number -> user("c" + number, "" + number, ""))
            .toArray(Contact[]::new);
    var everybody = Set.copyOf(IntStream.rangeClosed(1, 9).mapToObj(n -> member("" + n)).toList());
    assertThat(departures(new Leavers.Archive(), everybody, contacts))
        .extracting(change -> change.member().value())
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void a_broken_eligibility_that_makes_everybody_a_leaver_is_refused() {
    var contacts =
        IntStream.rangeClosed(1, 60)
            .mapToObj(number -> user("c" + number, "" + number, ""))
            .toArray(Contact[]::new);
    var everybody = Set.copyOf(IntStream.rangeClosed(1, 60).mapToObj(n -> member("" + n)).toList());
    var plan = new Plan(departures(new Leavers.Archive(), everybody, contacts), List.of());
    assertThat(new Safeguard(Thresholds.DEFAULT).objections(plan, 60, Past.UNKNOWN))
        .anySatisfy(objection -> assertThat(objection).contains("as leavers 60 of"));
  }

  private static List<Change> departures(Leavers leavers, Contact... contacts) {
    return departures(leavers, EVERYBODY, contacts);
  }

  private static List<Change> departures(
      Leavers leavers, Set<MemberId> everybody, Contact... contacts) {
    var workspace = new ContactIndex();
    List.of(contacts).forEach(workspace::add);
    return new Departures(workspace, leavers)
        .among(everybody, everybody.size() == 2 ? ELIGIBLE : Set.of());
  }
}
