package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.Thresholds;

class SafeguardTest {
  private static final OptionalInt UNKNOWN = OptionalInt.empty();

  @Test
  void an_ordinary_night_passes() {
    assertThat(objections(plan(100, 500, 400, 50), 950, OptionalInt.of(1000))).isEmpty();
  }

  @Test
  void an_empty_roster_is_refused() {
    assertThat(objections(plan(0, 0, 0, 0), 10, UNKNOWN))
        .singleElement()
        .asString()
        .startsWith("The roster is empty.");
  }

  @Test
  void too_many_of_each_kind_are_refused_by_share() {
    assertThat(objections(plan(501, 0, 499, 0), 5000, UNKNOWN))
        .containsExactly(
            "The plan would create 501 of 1000 contacts, more than the 50 % that the settings allow.");
    assertThat(objections(plan(0, 501, 499, 0), 1000, UNKNOWN))
        .containsExactly(
            "The plan would update 501 of 1000 contacts, more than the 50 % that the settings allow.");
    assertThat(objections(plan(0, 0, 1000, 51), 1051, UNKNOWN))
        .containsExactly(
            "The plan would archive 51 of 1000 contacts, more than the 5 % that the settings allow.");
  }

  @Test
  void below_the_floor_shares_do_not_bite() {
    assertThat(objections(plan(50, 0, 0, 0), 5000, UNKNOWN)).isEmpty();
    assertThat(objections(plan(51, 0, 0, 0), 5000, UNKNOWN)).hasSize(1);
    assertThat(objections(plan(0, 50, 0, 50), 100, UNKNOWN)).isEmpty();
  }

  @Test
  void a_first_load_and_the_rest_of_one_are_recognised() {
    assertThat(objections(plan(1000, 0, 0, 0), 0, UNKNOWN)).isEmpty();
    assertThat(objections(plan(900, 0, 100, 0), 100 + 450, UNKNOWN)).isEmpty();
    assertThat(objections(plan(900, 0, 100, 0), 100 + 451, UNKNOWN)).hasSize(1);
  }

  @Test
  void one_field_emptied_across_the_roster_is_refused() {
    var changes = new ArrayList<Change>();
    for (int number = 0; number < 1000; number++) {
      var wanted = wanted("m" + number, "m" + number + "@example.org");
      var contact = right("c" + number, wanted);
      changes.add(
          number < 201
              ? new Change.Update(
                  wanted,
                  contact,
                  Match.EXTERNAL_ID,
                  List.of(new Difference(REGION, "GL", "")),
                  List.of())
              : new Change.Unchanged(wanted, contact, List.of()));
    }
    assertThat(objections(new Plan(changes, List.of()), 1000, UNKNOWN))
        .containsExactly(
            "The plan would empty custom_attributes.region of 201 of 1000 contacts, more than the 20 %"
                + " that the settings allow.");
  }

  @Test
  void a_roster_shrunk_beyond_the_share_is_refused() {
    assertThat(objections(plan(0, 0, 800, 0), 1000, OptionalInt.of(1000))).isEmpty();
    assertThat(objections(plan(0, 0, 799, 0), 1000, OptionalInt.of(1000)))
        .containsExactly(
            "The roster has shrunk from 1000 to 799 members since the last good run. Check that the members'"
                + " table is whole.");
    assertThat(objections(plan(0, 0, 50, 0), 100, OptionalInt.of(100))).isEmpty();
  }

  private static List<String> objections(Plan plan, int users, OptionalInt before) {
    return new Safeguard(Thresholds.DEFAULT).objections(plan, users, before);
  }

  private static Plan plan(int creates, int updates, int unchanged, int archives) {
    var changes = new ArrayList<Change>();
    int left = archives;
    for (int number = 0; number < creates + updates + unchanged; number++) {
      var wanted = wanted("m" + number, "m" + number + "@example.org");
      var contact = right("c" + number, wanted);
      if (number < creates) {
        changes.add(new Change.Create(wanted, Diff.ofNew(wanted)));
        continue;
      }
      var surplus =
          left-- > 0 ? List.of(user("d" + number, "", "d@example.org")) : List.<Contact>of();
      changes.add(
          number < creates + updates
              ? new Change.Update(
                  wanted,
                  contact,
                  Match.EXTERNAL_ID,
                  List.of(new Difference(REGION, "A", "B")),
                  surplus)
              : new Change.Unchanged(wanted, contact, surplus));
    }
    return new Plan(changes, List.of());
  }
}
