package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rollcall.json.PlanJson;
import org.rollcall.model.Privacy;
import org.rollcall.review.PlanSheet;
import org.rollcall.support.Golden;

class PlanViewTest {
  private static final PlanSheet SHEET = Samples.sheet(Samples.plan());

  private static PlanText text(Privacy privacy, int members) {
    return new PlanText(privacy, new Listing(members, 3), PlanPurpose.SYNC);
  }

  @Test
  void a_plan_for_an_agenda_is_markdown_and_masked_where_asked() {
    var markdown =
        new PlanMarkdown(Privacy.MASK, Listing.USUAL, PlanPurpose.SYNC)
            .of(Samples.sheet(Samples.plan(), Samples.refused()))
            .toList();
    Golden.assertMatches("plan.md", markdown);
    assertThat(String.join("", markdown)).doesNotContainPattern("[a-z]{3,}@example.org");
  }

  @Test
  void a_plan_for_a_spreadsheet_has_a_line_for_each_field() {
    Golden.assertMatches("plan.csv", new PlanTable(Privacy.SHOW).of(SHEET).toList());
  }

  @Test
  void c1_a_plan_shows_every_field_that_would_change() {
    Golden.assertMatches("plan.txt", Shown.plain(text(Privacy.SHOW, 20).of(SHEET)));
  }

  @Test
  void a_long_plan_is_cut_and_says_how_to_see_the_rest() {
    Golden.assertMatches("plan-cut.txt", Shown.plain(text(Privacy.SHOW, 2).of(SHEET)));
  }

  @Test
  void colour_is_added_and_nothing_else() {
    Golden.assertMatches(
        "plan-colour.txt", Shown.on(Terminal.Look.COLOUR, text(Privacy.SHOW, 20).of(SHEET)));
  }

  @Test
  void names_addresses_and_phone_numbers_are_masked_where_that_is_asked_for() {
    var view = Shown.plain(text(Privacy.MASK, 20).of(SHEET));
    Golden.assertMatches("plan-masked.txt", view);
    var json = JsonText.of(new PlanJson(Privacy.MASK).of(SHEET));
    assertThat(json + view).doesNotContainPattern("[a-z]{3,}@example.org");
  }

  @Test
  void u1_a_plan_without_changes_says_so_in_words() {
    Golden.assertMatches(
        "plan-empty.txt",
        Shown.plain(text(Privacy.SHOW, 20).of(Samples.sheet(Samples.emptyPlan()))));
  }

  @Test
  void a_program_reads_the_plan_as_json() {
    Golden.assertMatches("plan.json", JsonText.of(new PlanJson(Privacy.SHOW).of(SHEET)));
  }
}
