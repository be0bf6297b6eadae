package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingTest {
  private static Wire with(int contacts) {
    var wire = Wire.to();
    IntStream.range(0, contacts).forEach(each -> wire.create("{'external_id':'" + each + "'}"));
    return wire;
  }

  @Test
  void a_page_holds_ten_unless_asked_and_never_more_than_150() {
    var wire = with(151);

    assertThat(wire.get(200, "/contacts").path("data")).hasSize(10);
    var large = wire.get(200, "/contacts?per_page=500");
    assertThat(large.path("data")).hasSize(150);
    assertThat(large.path("total_count").intValue()).isEqualTo(151);
    assertThat(large.path("pages").path("total_pages").intValue()).isEqualTo(2);
  }

  @Test
  void following_the_cursor_shows_everybody_once_and_ends_without_next() {
    var wire = with(25);
    var seen = new ArrayList<String>();
    var cursor = "";
    var pages = 0;
    do {
      var page = wire.get(200, "/contacts?per_page=7&starting_after=" + cursor);
      page.path("data").forEach(contact -> seen.add(contact.path("id").stringValue()));
      cursor = page.path("pages").path("next").path("starting_after").asString("");
      wire.create("{'external_id':'late" + pages++ + "'}");
    } while (!cursor.isEmpty());

    assertThat(pages).isEqualTo(4);
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void a_bad_cursor_is_refused() {
    var wire = with(1);

    for (var cursor : List.of("rubbish!", "WzEsMl0=")) {
      assertThat(Wire.error(wire.get(400, "/contacts?starting_after=" + cursor)))
          .startsWith("client_error: Invalid starting_after param");
    }
  }
}
