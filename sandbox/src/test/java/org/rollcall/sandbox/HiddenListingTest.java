package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.sandbox.OpenQuestion.HiddenList;
import org.rollcall.sandbox.OpenQuestion.HiddenStatus;
import tools.jackson.databind.JsonNode;

class HiddenListingTest {
  private static final List<String> MOVES = List.of("archive", "block");

  private static Wire with(OpenQuestion... answers) {
    return Wire.to(answers);
  }

  private static void hide(Wire wire, String number, String move) {
    var id = wire.create("{'external_id':'" + number + "'}");
    wire.post(200, "/contacts/" + id + "/" + move, "{}");
  }

  private static List<String> statuses(JsonNode page) {
    return page.path("data").valueStream().map(each -> each.path("status").asString("")).toList();
  }

  @Test
  void only_the_preview_has_the_list_unless_a_world_says_otherwise() {
    assertThat(Wire.error(with().get(404, "/contacts/deleted"))).startsWith("not_found");
    assertThat(
            with().header("Intercom-Version", "Preview").get(200, "/contacts/deleted").path("data"))
        .isEmpty();
    with(HiddenList.EVERYWHERE).get(200, "/contacts/deleted");
    with(HiddenList.MISSING).header("Intercom-Version", "Preview").get(404, "/contacts/deleted");
    with(HiddenList.NOT_ALLOWED)
        .header("Intercom-Version", "Preview")
        .get(405, "/contacts/deleted");
  }

  @Test
  void it_shows_who_is_not_active_and_why() {
    var wire = with(HiddenList.EVERYWHERE);
    wire.create("{'external_id':'7'}");
    MOVES.forEach(move -> hide(wire, move, move));

    var page = wire.get(200, "/contacts/deleted");

    assertThat(statuses(page)).containsExactlyInAnyOrder("archived", "blocked");
    assertThat(page.path("total_count").intValue()).isEqualTo(2);
    assertThat(page.path("data").valueStream().map(each -> each.path("external_id").stringValue()))
        .containsExactlyInAnyOrderElementsOf(MOVES);
  }

  @Test
  void its_words_may_be_unknown_or_missing() {
    var unknown = with(HiddenList.EVERYWHERE, HiddenStatus.UNKNOWN_WORD);
    var untold = with(HiddenList.EVERYWHERE, HiddenStatus.UNTOLD);
    List.of(unknown, untold).forEach(wire -> hide(wire, "7", "archive"));

    assertThat(statuses(unknown.get(200, "/contacts/deleted"))).containsExactly("suspended");
    assertThat(statuses(untold.get(200, "/contacts/deleted"))).containsExactly("");
  }

  @Test
  void who_comes_back_leaves_the_list() {
    var wire = with(HiddenList.EVERYWHERE);
    hide(wire, "7", "archive");
    var id = wire.get(200, "/contacts/deleted").path("data").path(0).path("id").stringValue();

    wire.post(200, "/contacts/" + id + "/unarchive", "{}");

    assertThat(wire.get(200, "/contacts/deleted").path("data")).isEmpty();
  }

  @Test
  void following_the_cursor_shows_everybody_once() {
    var wire = with(HiddenList.EVERYWHERE);
    for (int each = 0; each < 25; each++) {
      hide(wire, "m" + each, "archive");
    }
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = wire.get(200, "/contacts/deleted?per_page=7&starting_after=" + cursor);
      page.path("data").forEach(contact -> seen.add(contact.path("id").stringValue()));
      cursor = page.path("pages").path("next").path("starting_after").asString("");
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }
}
