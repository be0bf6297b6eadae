package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Workspace;

class WorkspaceRuleTest {
  private static final Workspace CLUB = new Workspace("club1234", "Club", "US");
  private static final Workspace OTHER = new Workspace("othr5678", "Other", "US");

  @Test
  void the_workspace_of_the_last_run_and_a_first_one_may_be_written() {
    assertThat(rule("", "", CLUB).objection(CLUB)).isEmpty();
    assertThat(WorkspaceRule.ANY.objection(CLUB)).isEmpty();
  }

  @Test
  void another_one_than_last_time_is_refused_and_both_are_named() {
    assertThat(rule("", "", CLUB).objection(OTHER))
        .contains(
            "The access token opens workspace othr5678 (Other), but the last run of this sync wrote to workspace club1234 (Club). Nothing was written. Check INTERCOM_ACCESS_TOKEN. If the members belong into the new workspace, run once with --accept-workspace othr5678, or set intercom.workspace to it.");
  }

  @Test
  void a_renamed_workspace_is_the_same() {
    assertThat(rule("", "", CLUB).objection(new Workspace("club1234", "New name", "US"))).isEmpty();
  }

  @Test
  void whoever_accepts_it_names_it() {
    assertThat(rule("", "othr5678", CLUB).objection(OTHER)).isEmpty();
    assertThat(rule("", "club1234", CLUB).objection(OTHER).orElseThrow())
        .contains("--accept-workspace names club1234");
    assertThat(rule("", "club1234", OTHER).objection(OTHER)).isPresent();
  }

  @Test
  void the_settings_are_an_acceptance_too() {
    assertThat(rule("othr5678", "", CLUB).objection(OTHER)).isEmpty();
    assertThat(rule("club1234", "", CLUB).objection(OTHER).orElseThrow())
        .contains("the settings allow only club1234");
    assertThat(rule("club1234", "othr5678", CLUB).objection(OTHER)).isPresent();
  }

  private static WorkspaceRule rule(String only, String accepted, Workspace last) {
    return new WorkspaceRule(
        Optional.of(only).filter(id -> !id.isEmpty()),
        Optional.of(accepted).filter(id -> !id.isEmpty()),
        new LastWorkspace() {
          @Override
          public Optional<Workspace> get() {
            return Optional.of(last);
          }

          @Override
          public void remember(Workspace workspace) {
            throw new AssertionError("Nothing was written yet.");
          }
        });
  }
}
