package org.rollcall.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Reply.Denied.Blame;
import org.rollcall.apply.Request;
import org.rollcall.model.ContactId;

class ForbiddenTest {
  private static final Request READ = new Request.ListContacts(Optional.empty());
  private static final Request WRITE = new Request.Archive(new ContactId("c1"));

  @Test
  void a_workspace_of_another_region_names_the_setting() {
    assertThat(said(READ, "forbidden", "This workspace is hosted in Europe"))
        .isEqualTo(
            "This workspace is hosted in Europe. The workspace is hosted in another region: correct intercom.region in the settings.");
  }

  @Test
  void a_plan_is_not_the_token() {
    assertThat(said(READ, "api_plan_restricted", "Active subscription needed."))
        .startsWith("Active subscription needed. The token is right")
        .contains("plan");
  }

  @Test
  void neither_a_plan_nor_a_region_is_the_tokens_fault() {
    var plan = new ErrorBody(true, "api_plan_restricted", "No", List.of());
    assertThat(Forbidden.denied(READ, plan).blame()).isEqualTo(Blame.WORKSPACE);
    var region = new ErrorBody(true, "forbidden", "hosted in Europe", List.of());
    assertThat(Forbidden.denied(READ, region).blame()).isEqualTo(Blame.WORKSPACE);
    var token = new ErrorBody(true, "forbidden", "No", List.of());
    assertThat(Forbidden.denied(READ, token).blame()).isEqualTo(Blame.TOKEN);
  }

  @Test
  void a_missing_permission_is_named_by_what_was_asked() {
    assertThat(said(READ, "forbidden", "Not allowed")).contains("“Read and list users");
    assertThat(said(WRITE, "forbidden", "Not allowed")).contains("“Write users and companies”");
    assertThat(said(new Request.Identify(), "forbidden", "No")).contains("“Read admins”");
  }

  @Test
  void what_is_not_known_keeps_the_words_of_intercom() {
    assertThat(said(READ, "token_revoked", "Token revoked")).isEqualTo("Token revoked");
    assertThat(said(READ, "forbidden", "job 1 is closed")).isEqualTo("job 1 is closed");
  }

  private static String said(Request request, String code, String text) {
    return Forbidden.denied(request, new ErrorBody(true, code, text, List.of())).text();
  }
}
