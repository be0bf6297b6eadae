package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.FieldName;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.Thresholds;

/// Which loss of joined rows is refused.
class LostRowsTest {
  private static final FieldName POSITIONS = FieldName.attribute("positions");
  private static final JoinedTable TABLE =
      new JoinedTable(
          "offices",
          "public.positions",
          "grant select on public.positions to service_role;",
          Set.of(POSITIONS));
  private static final String ADVICE =
      " Row-level security or a missing grant is likely to hide its rows, or an import lost them: check the policies of public.positions, run `grant select on public.positions to service_role;`, and look whether its rows are whole.";

  @Test
  void a_table_that_lost_more_than_the_share_since_the_best_run_is_refused_by_its_name() {
    assertThat(objections(2000, 186, 0, known(232))).isEmpty();
    assertThat(objections(2000, 182, 0, known(232))).isEmpty();
    assertThat(objections(2000, 181, 0, known(232)))
        .containsExactly(
            "The joined table public.positions (roster.join.offices) gives the members 181 rows, compared with 232 at the best of the last good runs; safeguard.shrink (20 %) allows 50 to be missing."
                + ADVICE);
  }

  @Test
  void a_table_that_grew_is_right() {
    assertThat(objections(2000, 500, 3, known(232))).isEmpty();
  }

  @Test
  void a_table_without_a_row_is_refused_where_contacts_hold_what_it_gives() {
    assertThat(objections(50, 0, 6, Past.UNKNOWN))
        .containsExactly(
            "The joined table public.positions (roster.join.offices) gives the members 0 rows, and 6 contacts would lose or change what it gave them."
                + ADVICE);
    assertThat(objections(50, 0, 1, known(2)))
        .containsExactly(
            "The joined table public.positions (roster.join.offices) gives the members 0 rows, compared with 2 at the best of the last good runs, and 1 contacts would lose or change what it gave them."
                + ADVICE);
  }

  @Test
  void a_table_that_is_empty_for_good_is_no_matter() {
    assertThat(objections(50, 0, 0, Past.UNKNOWN)).isEmpty();
    assertThat(objections(50, 0, 6, known(0))).isEmpty();
  }

  @Test
  void a_table_with_one_row_is_not_without_a_row() {
    assertThat(objections(50, 1, 6, Past.UNKNOWN)).isEmpty();
  }

  @Test
  void what_other_tables_give_and_what_contacts_never_held_is_no_loss() {
    var elsewhere = new JoinedTable("regions", "public.regions", "grant", Set.of());
    assertThat(judged(joined(plan(50, 6, "Chair"), Map.of(elsewhere, 0)), Past.UNKNOWN)).isEmpty();
    assertThat(judged(joined(plan(50, 6, ""), Map.of(TABLE, 0)), Past.UNKNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 6, 3, 0",
    "2000, 6, 2, 1",
    "30, 6, 3, 0",
    "30, 6, 2, 1",
    "8, 6, 4, 0",
    "8, 6, 3, 1",
    "2000, 40, 30, 0",
    "2000, 40, 29, 1",
    "2000, 3, 0, 0"
  })
  void in_a_small_table_three_rows_and_a_quarter_may_go(
      int members, int best, int rows, int objections) {
    assertThat(objections(members, rows, 0, known(best))).hasSize(objections);
  }

  @Test
  void a_table_under_another_name_or_in_another_place_is_compared_with_nothing() {
    var past = new Past(OptionalInt.empty(), 0, Map.of(), Map.of("roles public.positions", 232));
    assertThat(objections(2000, 10, 0, past)).isEmpty();
  }

  @Test
  void each_table_is_told() {
    var regions = new JoinedTable("region", "public.regions", "grant", Set.of(POSITIONS));
    assertThat(judged(joined(plan(50, 6, "Chair"), Map.of(TABLE, 0, regions, 0)), Past.UNKNOWN))
        .hasSize(2);
  }

  @Test
  void the_safeguard_tells_it_among_its_reasons() {
    var plan = joined(plan(50, 6, "Chair"), Map.of(TABLE, 0));
    assertThat(new Safeguard(Thresholds.DEFAULT).objections(plan, 50, Past.UNKNOWN))
        .anyMatch(reason -> reason.startsWith("The joined table public.positions"));
  }

  @Test
  void people_who_are_not_eligible_may_not_vanish_either() {
    var past = new Past(OptionalInt.empty(), 0, Map.of(), Map.of("everybody", 100));
    assertThat(shown(75, past)).isEmpty();
    assertThat(shown(74, past))
        .containsExactly(
            "The members' table has shrunk from 100 to 74 rows, eligible or not, compared with the best of the last good runs; safeguard.shrink (20 %) allows 25 to be missing. Check that no policy hides some of them and that the table is whole.");
    assertThat(shown(0, past)).isEmpty();
    assertThat(shown(1, Past.UNKNOWN)).isEmpty();
    assertThat(shown(74, new Past(OptionalInt.of(500), 0, Map.of(), past.joined())))
        .singleElement()
        .asString()
        .startsWith("The roster has shrunk");
  }

  @Test
  void what_is_remembered_is_by_name_and_place() {
    var whole = plan(4, 0, "").whole();
    assertThat(whole.rowsByKey()).isEmpty();
    assertThat(whole.with(9, Map.of(TABLE, 3)).rowsByKey())
        .isEqualTo(Map.of("everybody", 9, "offices public.positions", 3));
  }

  private static List<String> shown(int rows, Past past) {
    var plan = plan(50, 0, "");
    return new Safeguard(Thresholds.DEFAULT)
        .objections(
            new Plan(plan.changes(), List.of(), plan.whole().with(rows, Map.of())), 50, past);
  }

  @Test
  void a_table_by_itself_is_judged_by_the_same_share_and_in_the_same_words() {
    var rule = new LostRows(Thresholds.DEFAULT);
    assertThat(rule.ofTable(TABLE, 182, OptionalInt.of(232))).isEmpty();
    assertThat(rule.ofTable(TABLE, 181, OptionalInt.of(232)))
        .hasValue(
            "The joined table public.positions (roster.join.offices) gives the members 181 rows, compared with 232 at the best of the last good runs; safeguard.shrink (20 %) allows 50 to be missing.");
    assertThat(rule.ofTable(TABLE, 0, OptionalInt.of(3))).isEmpty();
    assertThat(rule.ofTable(TABLE, 0, OptionalInt.empty())).isEmpty();
    assertThat(LostRows.gives(0, OptionalInt.empty())).isEqualTo("gives the members 0 rows");
  }

  private static List<String> objections(int members, int rows, int losing, Past past) {
    return judged(joined(plan(members, losing, "Chair"), Map.of(TABLE, rows)), past);
  }

  private static Plan joined(Plan plan, Map<JoinedTable, Integer> rows) {
    return new Plan(plan.changes(), List.of(), plan.whole().with(0, rows));
  }

  private static List<String> judged(Plan plan, Past past) {
    return new LostRows(Thresholds.DEFAULT).objections(plan, past);
  }

  private static Past known(int rows) {
    return new Past(OptionalInt.empty(), 0, Map.of(), Map.of(TABLE.key(), rows));
  }

  private static Plan plan(int members, int losing, String before) {
    var changes = new ArrayList<Change>();
    for (int number = 0; number < members; number++) {
      var wanted = wanted("m" + number, "m" + number + "@example.org");
      var contact = right("c" + number, wanted);
      changes.add(
          number < losing
              ? new Change.Update(
                  wanted,
                  contact,
                  Match.EXTERNAL_ID,
                  List.of(new Difference(POSITIONS, before, before.isEmpty() ? "Chair" : "")),
                  List.of())
              : new Change.Unchanged(wanted, contact, List.of()));
    }
    return new Plan(changes, List.of());
  }
}
