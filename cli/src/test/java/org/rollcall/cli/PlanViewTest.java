package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rollcall.model.Privacy;
import org.rollcall.support.Golden;

class PlanViewTest {
  @Test
  void c1_a_plan_shows_every_field_that_would_change() {
    Golden.assertMatches(
        "plan.txt", Shown.plain(new PlanView(Privacy.SHOW, 20).of(Samples.plan())));
  }

  @Test
  void a_long_plan_is_cut_and_says_how_to_see_the_rest() {
    Golden.assertMatches(
        "plan-cut.txt", Shown.plain(new PlanView(Privacy.SHOW, 2).of(Samples.plan())));
  }

  @Test
  void colour_is_added_and_nothing_else() {
    Golden.assertMatches(
        "plan-colour.txt",
        Shown.on(Terminal.Look.COLOUR, new PlanView(Privacy.SHOW, 20).of(Samples.plan())));
  }

  @Test
  void names_addresses_and_phone_numbers_are_masked_where_that_is_asked_for() {
    var view = Shown.plain(new PlanView(Privacy.MASK, 20).of(Samples.plan()));
    Golden.assertMatches("plan-masked.txt", view);
    var json = JsonText.of(new PlanJson(Privacy.MASK).of(Samples.plan()));
    assertThat(json + view).doesNotContainPattern("[a-z]{3,}@example.org");
  }

  @Test
  void u1_a_plan_without_changes_says_so_in_words() {
    Golden.assertMatches(
        "plan-empty.txt", Shown.plain(new PlanView(Privacy.SHOW, 20).of(Samples.emptyPlan())));
  }

  @Test
  void a_program_reads_the_plan_as_json() {
    Golden.assertMatches("plan.json", JsonText.of(new PlanJson(Privacy.SHOW).of(Samples.plan())));
  }
}
