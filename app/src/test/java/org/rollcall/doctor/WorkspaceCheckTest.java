package org.rollcall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.model.Workspace;
import org.rollcall.run.WorkspaceRule;
import org.rollcall.support.ScriptedGateway;

class WorkspaceCheckTest {
  private static final Reply DENIED = new Reply.Denied("Access Token Invalid");
  private static final Reply EUROPEAN = new Reply.Identity(new Workspace("ecahpwf5", "Club", "EU"));

  @Test
  void a_token_refused_here_that_is_good_in_another_region_is_told_so()
      throws InterruptedException {
    var findings =
        look(ScriptedGateway.answering(DENIED), Map.of("EU", ScriptedGateway.answering(EUROPEAN)));
    assertThat(findings)
        .singleElement()
        .isEqualTo(
            new Finding.Wrong(
                "Intercom token",
                "The token is refused here (Access Token Invalid), but opens a workspace in EU.",
                "Set intercom.region to eu."));
  }

  @Test
  void a_token_refused_everywhere_is_to_be_copied_anew() throws InterruptedException {
    var findings =
        look(ScriptedGateway.answering(DENIED), Map.of("EU", ScriptedGateway.answering(DENIED)));
    assertThat(findings).singleElement().isInstanceOf(Finding.Wrong.class);
    assertThat(findings.getFirst().advice()).contains("Developer Hub", "“Read admins”");
  }

  @Test
  void a_workspace_that_is_kept_elsewhere_is_an_error_though_intercom_lets_the_call_through()
      throws InterruptedException {
    assertThat(look(ScriptedGateway.answering(EUROPEAN), Map.of()))
        .contains(
            new Finding.Wrong(
                "Region",
                "The workspace's data is kept in EU, but the settings call Intercom in US.",
                "Set intercom.region to eu."));
  }

  @Test
  void an_answer_without_a_rate_limit_is_a_warning() throws InterruptedException {
    assertThat(look(ScriptedGateway.answering(EUROPEAN), Map.of()))
        .filteredOn(Finding.Warning.class::isInstance)
        .extracting(Finding::subject)
        .containsExactly("Workspace", "Rate limit");
  }

  @Test
  void an_intercom_that_is_out_of_order_is_no_wrong_token() throws InterruptedException {
    var findings = look(ScriptedGateway.answering(new Reply.Unavailable("It is down.")), Map.of());
    assertThat(findings.getFirst().found()).isEqualTo("Intercom could not be asked: It is down.");
  }

  private static List<Finding> look(Gateway here, Map<String, ScriptedGateway> elsewhere)
      throws InterruptedException {
    return new WorkspaceCheck(
            here,
            new LinkedHashMap<>(elsewhere),
            URI.create("https://api.intercom.io"),
            WorkspaceRule.ANY,
            "166 in 10 s")
        .look();
  }
}
