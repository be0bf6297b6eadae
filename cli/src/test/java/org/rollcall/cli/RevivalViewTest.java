package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.hidden;
import static org.rollcall.support.People.wanted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.json.PlanJson;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;
import org.rollcall.review.Reasoning;

/// How a plan shows whom it brings back.
class RevivalViewTest {
  private static final Change ARCHIVED =
      new Change.Revive(wanted("101", "ann@example.org"), hidden("a", "101", "archived"));
  private static final Change BLOCKED =
      new Change.Revive(wanted("102", "bob@example.org"), hidden("b", "102", "blocked"));
  private static final Plan PLAN = new Plan(List.of(ARCHIVED, BLOCKED), List.of());

  @Test
  void a_person_reads_who_is_brought_back_and_who_is_blocked() {
    assertThat(
            Shown.plain(
                new PlanText(Privacy.SHOW, Listing.USUAL, PlanPurpose.SYNC)
                    .of(Samples.sheet(PLAN))))
        .containsExactly(
            "Plan for 2 members: 0 to create, 0 to update, 1 to bring back, 1 blocked, 0 contacts to archive, 0 skipped, 0 unchanged.",
            "",
            "Carrying it out takes about 7 calls to Intercom: 1 s at 166/10s.",
            "",
            "^ 101  ann@example.org  contact a",
            "    It is archived: it is brought back, read, and updated where it differs.",
            "^ 102  bob@example.org  contact b",
            "    It is blocked: it is unblocked and brought back where Intercom allows it; else a person must unblock it.");
  }

  @Test
  void a_program_reads_the_same() {
    var json =
        JsonText.of(new PlanJson(Privacy.MASK).of(Samples.sheet(PLAN))).replaceAll("\\s+", " ");

    assertThat(json)
        .contains("\"revive\" : 1, \"blocked\" : 1")
        .contains("\"action\" : \"revive\"")
        .contains("\"contact\" : \"a\", \"was\" : \"archived\"")
        .contains("\"contact\" : \"b\", \"was\" : \"blocked\"")
        .doesNotContain("ann@example.org");
  }

  @Test
  void an_explanation_says_why() {
    assertThat(Reasoning.of(ARCHIVED))
        .isEqualTo(
            "bring back contact a, which carries their number. It is archived: it is brought back, read, and updated where it differs.");
  }
}
