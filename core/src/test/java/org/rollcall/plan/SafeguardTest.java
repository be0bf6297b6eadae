package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.hidden;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Thresholds;
import org.rollcall.model.Wish;

class SafeguardTest {
  private static final Past UNKNOWN = Past.UNKNOWN;

  @Test
  void an_ordinary_night_passes() {
    assertThat(objections(plan(100, 500, 400, 50), 950, members(1000))).isEmpty();
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
            "The plan would create 501 of 1000 contacts; safeguard.creates (50 %) allows 500.");
    assertThat(objections(plan(0, 501, 499, 0), 1000, UNKNOWN))
        .containsExactly(
            "The plan would update 501 of 1000 contacts; safeguard.updates (50 %) allows 500.");
    assertThat(objections(plan(0, 0, 1000, 51), 1051, UNKNOWN))
        .containsExactly(
            "The plan would archive 51 of 1000 contacts; safeguard.archives (5 %) allows 50.");
  }

  @Test
  void what_somebody_means_to_be_made_in_another_way_is_no_accident_and_all_else_is_judged() {
    var changes = new ArrayList<Change>();
    for (int each = 0; each < 100; each++) {
      changes.add(update(each, new Difference(REGION, "NGL", each < 40 ? "" : "GL")));
    }
    var plan = new Plan(changes, List.of());
    var safeguard = new Safeguard(Thresholds.DEFAULT);
    assertThat(safeguard.objections(plan, 100, UNKNOWN)).hasSize(2);
    assertThat(safeguard.objections(plan, 100, UNKNOWN, Set.of(REGION))).isEmpty();
    assertThat(safeguard.objections(plan, 100, UNKNOWN, Set.of(FieldName.NAME))).hasSize(2);

    for (int each = 0; each < 60; each++) {
      changes.set(each, update(each, new Difference(FieldName.NAME, "Bo", "")));
    }
    assertThat(safeguard.objections(new Plan(changes, List.of()), 100, UNKNOWN, Set.of(REGION)))
        .hasSize(2)
        .allMatch(objection -> objection.contains("update 60 of") || objection.contains("name"));
  }

  private static Change update(int number, Difference difference) {
    var wanted = wanted("u" + number, number + "@example.com");
    return new Change.Update(
        wanted, right("c" + number, wanted), Match.EXTERNAL_ID, List.of(difference), List.of());
  }

  @Test
  void who_is_brought_back_counts_as_much_as_who_is_made() {
    var changes = new ArrayList<>(plan(300, 0, 499, 0).changes());
    for (int each = 0; each < 201; each++) {
      var wanted = wanted("r" + each, each + "@example.com");
      changes.add(new Change.Revive(wanted, hidden("h" + each, "r" + each, "archived")));
    }
    assertThat(objections(new Plan(changes, List.of()), 5000, UNKNOWN))
        .containsExactly(
            "The plan would create or bring back 501 of 1000 contacts; safeguard.creates (50 %) allows 500.");
  }

  @Test
  void many_numbers_that_went_to_other_members_are_a_renumbering() {
    assertThat(objections(moving(1000, 8, 2), 1000, UNKNOWN)).isEmpty();
    assertThat(objections(moving(1000, 8, 3), 1000, UNKNOWN))
        .singleElement()
        .asString()
        .startsWith(
            "The numbers of 11 of 1000 contacts belong to other members now; safeguard.moves (1 %) allows 10.")
        .contains("--force");
    assertThat(objections(moving(40, 3, 2), 40, UNKNOWN)).isEmpty();
    assertThat(objections(moving(40, 3, 3), 40, UNKNOWN)).hasSize(1);
  }

  private static Plan moving(int members, int moves, int clashes) {
    var changes = new ArrayList<Change>();
    for (int number = 0; number < members; number++) {
      var wanted = wanted("m" + number, "m" + number + "@example.org");
      var contact = right("c" + number, wanted);
      changes.add(
          number < moves
              ? new Change.Update(wanted, contact, Match.MOVED, List.of(), List.of())
              : number < moves + clashes
                  ? new Change.Clash(wanted, contact, "why")
                  : new Change.Unchanged(wanted, contact, List.of()));
    }
    return new Plan(changes, List.of());
  }

  @Test
  void what_an_earlier_run_wrote_and_intercom_did_not_keep_is_no_change_of_this_night() {
    var plan = plan(0, 800, 200, 0);
    var sentAgain = new Plan(plan.changes(), List.of(new Notice.SentAgain(300)), plan.whole());
    assertThat(objections(sentAgain, 1000, UNKNOWN)).isEmpty();
    var fewer = new Plan(plan.changes(), List.of(new Notice.SentAgain(299)), plan.whole());
    assertThat(objections(fewer, 1000, UNKNOWN)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "8, 2", "20, 5", "51, 5", "100, 5", "140, 7", "1000, 50"})
  void so_many_are_archived_at_most(int members, int most) {
    assertThat(objections(plan(0, 0, members, most), members, UNKNOWN)).isEmpty();
    assertThat(objections(plan(0, 0, members, most + 1), members, UNKNOWN)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 2", "20, 10", "51, 25", "100, 50", "120, 60"})
  void so_many_are_updated_at_most(int members, int most) {
    assertThat(objections(plan(0, most, members - most, 0), members, UNKNOWN)).isEmpty();
    if (most < members) {
      assertThat(objections(plan(0, most + 1, members - most - 1, 0), members, UNKNOWN)).hasSize(1);
    }
  }

  @Test
  void archives_of_seven_days_count_together() {
    var week = new Past(OptionalInt.empty(), 45, Map.of());
    assertThat(objections(plan(0, 0, 1000, 5), 1000, week)).isEmpty();
    assertThat(objections(plan(0, 0, 1000, 6), 1000, week))
        .containsExactly(
            "The plan would archive or mark as leavers 6 of 1000 contacts, and 45 were in the last seven days; safeguard.archives (5 %) allows 50 of both in seven days.");
    assertThat(objections(plan(0, 9, 991, 0), 1000, new Past(OptionalInt.empty(), 99, Map.of())))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 50", "20, 0, 30", "20, 25, 5", "50, 0, 0", "20, 45, 0"})
  void what_is_met_on_the_way_has_what_the_plan_and_the_week_leave(
      int planned, int week, int left) {
    var leeway =
        new Safeguard(Thresholds.DEFAULT)
            .leeway(plan(0, 0, 1000, planned), 1000, new Past(OptionalInt.empty(), week, Map.of()));
    assertThat(leeway).isEqualTo(new Leeway(left, "safeguard.archives (5 %) allows 50"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "external_id"})
  void who_people_are_has_a_limit_of_its_own(String field) {
    var name = new FieldName(field);
    assertThat(objections(changing(1000, 100, name, "a", "b"), 1000, UNKNOWN)).isEmpty();
    assertThat(objections(changing(1000, 101, name, "a", "b"), 1000, UNKNOWN))
        .containsExactly(
            "The plan would change %s of 101 of 1000 contacts; safeguard.identity (10 %%) allows 100."
                .formatted(field));
    assertThat(objections(changing(1000, 400, name, "", "b"), 1000, UNKNOWN)).isEmpty();
    assertThat(objections(changing(40, 6, name, "a", "b"), 40, UNKNOWN)).hasSize(1);
    assertThat(objections(changing(3, 1, name, "a", "b"), 3, UNKNOWN)).isEmpty();
  }

  @Test
  void a_field_that_few_hold_and_that_all_of_them_lose_is_refused() {
    assertThat(objections(holding(2000, 232, 232), 2000, UNKNOWN))
        .containsExactly(
            "The plan would empty custom_attributes.region of 232 of the 232 contacts that hold it; safeguard.clears (20 %) allows 46.");
    assertThat(objections(holding(48, 24, 24), 48, UNKNOWN)).hasSize(1);
    assertThat(objections(holding(8, 4, 4), 8, UNKNOWN)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 3", "20, 1", "2000, 1", "2000, 6"})
  void a_single_person_may_always_lose_a_value(int members, int holders) {
    assertThat(objections(holding(members, Math.min(holders, members), 1), members, UNKNOWN))
        .isEmpty();
  }

  @Test
  void three_officers_who_step_down_keep_nobody_from_being_written() {
    assertThat(objections(holding(2000, 6, 3), 2000, UNKNOWN)).isEmpty();
    assertThat(objections(holding(2000, 6, 4), 2000, UNKNOWN)).hasSize(1);
  }

  @Test
  void a_field_emptied_bit_by_bit_is_refused_too() {
    var week = new Past(OptionalInt.empty(), 0, Map.of(REGION, 150));
    assertThat(objections(holding(2000, 850, 50), 2000, week)).isEmpty();
    assertThat(objections(holding(2000, 850, 51), 2000, week))
        .containsExactly(
            "The plan would empty custom_attributes.region of 51 of the 850 contacts that hold it, and 150 were emptied in the last seven days; safeguard.clears (20 %) allows 200 of both in seven days.");
  }

  @Test
  void a_first_load_and_the_rest_of_one_are_recognised() {
    assertThat(objections(plan(1000, 0, 0, 0), 0, UNKNOWN)).isEmpty();
    assertThat(objections(plan(900, 0, 100, 0), 100 + 450, UNKNOWN)).isEmpty();
    assertThat(objections(plan(900, 0, 100, 0), 100 + 451, UNKNOWN)).hasSize(1);
  }

  @Test
  void a_reviewed_plan_is_a_first_load_by_the_roster_that_it_was_made_of() {
    var rest = plan(900, 0, 100, 0);
    assertThat(objections(chosen(rest, 900), 100 + 450, UNKNOWN)).isEmpty();
    assertThat(objections(chosen(rest, 900), 100 + 451, UNKNOWN)).hasSize(1);
  }

  @Test
  void a_reviewed_plan_without_a_member_is_no_empty_roster() {
    var whole = plan(0, 0, 1000, 0);
    assertThat(objections(chosen(whole, 0), 1000, members(1000))).isEmpty();
    assertThat(objections(chosen(plan(0, 0, 0, 0), 0), 1000, UNKNOWN)).hasSize(1);
  }

  private static Plan chosen(Plan whole, int first) {
    return new Plan(whole.changes().subList(0, first), List.of(), whole.whole());
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
            "The plan would empty custom_attributes.region of 201 of the 1000 contacts that hold it; safeguard.clears (20 %) allows 200.");
  }

  @Test
  void a_roster_shrunk_beyond_the_share_is_refused() {
    assertThat(objections(plan(0, 0, 800, 0), 1000, members(1000))).isEmpty();
    assertThat(objections(plan(0, 0, 799, 0), 1000, members(1000)))
        .containsExactly(
            "The roster has shrunk from 1000 to 799 members, compared with the best of the last good runs; safeguard.shrink (20 %) allows 200 to be missing. Check that the members\' table is whole.");
    assertThat(objections(plan(0, 0, 75, 0), 100, members(100))).isEmpty();
    assertThat(objections(plan(0, 0, 74, 0), 100, members(100))).hasSize(1);
  }

  private static List<String> objections(Plan plan, int users, Past before) {
    return new Safeguard(Thresholds.DEFAULT).objections(plan, users, before);
  }

  private static Past members(int before) {
    return new Past(OptionalInt.of(before), 0, Map.of());
  }

  /// So many members hold a region, and so many of them are to lose it.
  private static Plan holding(int members, int holders, int losing) {
    var changes = new ArrayList<Change>();
    for (int number = 0; number < members; number++) {
      var wanted = wanted("m" + number, "m" + number + "@example.org");
      var contact =
          number < holders
              ? right("c" + number, wanted)
              : right("c" + number, with(wanted, REGION, new Wish.Clear()));
      changes.add(
          number < losing
              ? new Change.Update(
                  wanted,
                  contact,
                  Match.EXTERNAL_ID,
                  List.of(new Difference(REGION, "GL", "")),
                  List.of())
              : new Change.Unchanged(wanted, contact, List.of()));
    }
    return new Plan(changes, List.of());
  }

  private static Plan changing(
      int members, int changing, FieldName field, String before, String after) {
    var changes = new ArrayList<Change>();
    for (int number = 0; number < members; number++) {
      var wanted = wanted("m" + number, "m" + number + "@example.org");
      var contact = right("c" + number, wanted);
      changes.add(
          number < changing
              ? new Change.Update(
                  wanted,
                  contact,
                  Match.EXTERNAL_ID,
                  List.of(new Difference(field, before, after)),
                  List.of())
              : new Change.Unchanged(wanted, contact, List.of()));
    }
    return new Plan(changes, List.of());
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
