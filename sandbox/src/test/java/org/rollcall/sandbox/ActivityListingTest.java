package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.sandbox.OpenQuestion.ActivityList;
import tools.jackson.databind.JsonNode;

class ActivityListingTest {
  private static Wire with(OpenQuestion... answers) {
    return Wire.to(answers);
  }

  private static List<String> types(JsonNode page) {
    return page.path("data").valueStream().map(each -> each.path("type").stringValue()).toList();
  }

  @Test
  void only_the_preview_has_the_list_unless_a_world_says_otherwise() {
    with().get(404, "/contacts/activities");
    with().header("Intercom-Version", "Preview").get(200, "/contacts/activities");
    with(ActivityList.EVERYWHERE).get(200, "/contacts/activities");
    with(ActivityList.MISSING)
        .header("Intercom-Version", "Preview")
        .get(404, "/contacts/activities");
  }

  @Test
  void it_tells_what_happened_oldest_first_but_not_that_somebody_was_archived() {
    var wire = with(ActivityList.EVERYWHERE);
    var user = wire.create("{'external_id':'7','email':'ann@example.org'}");
    var lead = wire.create("{'role':'lead','email':'ann@example.org'}");
    wire.post(200, "/contacts/merge", "{'from':'" + lead + "','into':'" + user + "'}");
    wire.post(200, "/contacts/" + user + "/archive", "{}");
    wire.json(200, "DELETE", "/contacts/" + user, "");

    var page = wire.get(200, "/contacts/activities");

    assertThat(types(page))
        .containsExactly("contact.created", "contact.created", "contact.merged", "contact.deleted");
    assertThat(page.path("data").path(2).path("into_contact_id").stringValue()).isEqualTo(user);
  }

  @Test
  void a_lead_that_becomes_a_user_is_told() {
    var wire = with(ActivityList.EVERYWHERE);
    var lead = wire.create("{'role':'lead','email':'ann@example.org'}");

    wire.put(200, lead, "{'role':'user','external_id':'7'}");

    assertThat(types(wire.get(200, "/contacts/activities")))
        .containsExactly("contact.created", "contact.role_updated");
  }

  @Test
  void following_the_cursor_tells_everything_once() {
    var wire = with(ActivityList.EVERYWHERE);
    for (int each = 0; each < 25; each++) {
      wire.create("{'external_id':'" + each + "'}");
    }
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = wire.get(200, "/contacts/activities?per_page=7&starting_after=" + cursor);
      page.path("data").forEach(each -> seen.add(each.path("contact_id").stringValue()));
      cursor = page.path("pages").path("next").path("starting_after").asString("");
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    var wire = with(ActivityList.EVERYWHERE);
    wire.create("{'external_id':'7'}");
    wire.create("{'external_id':'8'}");
    var page = wire.get(200, "/contacts?per_page=1");
    var cursor = page.path("pages").path("next").path("starting_after").stringValue();

    assertThat(Wire.error(wire.get(400, "/contacts/activities?starting_after=" + cursor)))
        .startsWith("client_error: Invalid starting_after param");
  }
}
