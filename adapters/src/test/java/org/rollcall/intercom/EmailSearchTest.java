package org.rollcall.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.intercom.Wires.html;
import static org.rollcall.intercom.Wires.json;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;

class EmailSearchTest {
  @Test
  void every_page_is_read_with_the_cursor_in_the_body() throws InterruptedException {
    var wire =
        Wires.answering(
            json(200, page("abc", contact("1a", "ann@example.org"))),
            json(200, page("", contact("2b", "ANN@example.org"))));
    assertThat(ids(search(wire))).containsExactly("1a", "2b");
    assertThat(wire.calls()).extracting(Call::path).containsOnly("/contacts/search");
    assertThat(wire.calls().getLast().body().orElseThrow())
        .endsWith("\"pagination\":{\"per_page\":150,\"starting_after\":\"abc\"}}");
  }

  @Test
  void what_the_search_found_by_mistake_is_left_out() throws InterruptedException {
    var wire =
        Wires.answering(
            json(
                200,
                page(
                    "",
                    contact("1a", "ann@example.org.example"),
                    contact("2b", " Ann@Example.org "),
                    contact("3c", ""))));
    assertThat(ids(search(wire))).containsExactly("2b");
  }

  @Test
  void a_search_that_leads_in_a_circle_ends_and_is_no_answer() throws InterruptedException {
    var wire =
        Wires.answering(
            json(200, page("abc", contact("1a", "ann@example.org"))),
            json(200, page("abc", contact("2b", "ann@example.org"))));
    assertThat(search(wire))
        .isEqualTo(
            new Reply.Unavailable(
                "Intercom's search by e-mail leads back to contacts that it has shown already."));
  }

  @Test
  void a_page_that_comes_again_under_ever_new_cursors_is_no_answer() throws InterruptedException {
    var calls = new AtomicInteger();
    Wire wire =
        _ -> json(200, page("p" + calls.incrementAndGet(), contact("1a", "ann@example.org")));
    assertThat(search(wire)).isInstanceOf(Reply.Unavailable.class);
    assertThat(calls).hasValue(2);
  }

  @Test
  void a_search_that_shows_ever_new_people_is_no_answer() throws InterruptedException {
    var calls = new AtomicInteger();
    Wire wire =
        _ -> {
          int call = calls.incrementAndGet();
          return json(200, page("p" + call, contact("c" + call, "bob@example.org")));
        };
    assertThat(search(wire)).isInstanceOf(Reply.Unavailable.class);
    assertThat(calls).hasValue(20);
  }

  @Test
  void a_page_that_does_not_come_is_no_empty_page() throws InterruptedException {
    var wire = Wires.answering(json(200, page("abc", contact("1a", "ann@example.org"))), html(502));
    assertThat(search(wire)).isInstanceOf(Reply.Unavailable.class);
  }

  @Test
  void an_empty_entry_is_left_out_and_counted() throws InterruptedException {
    var wire =
        Wires.answering(
            json(200, page("abc", "null", contact("1a", "ann@example.org"))),
            json(200, page("", contact("2b", "ann@example.org"), "null")));
    var reply = (Reply.Matches) search(wire);
    assertThat(ids(reply)).containsExactly("1a", "2b");
    assertThat(reply.gaps()).isEqualTo(2);
  }

  private static Reply search(Wire wire) throws InterruptedException {
    return new HttpContacts(wire, Set.of(), InstantSource.system())
        .send(new Request.FindByEmail("ann@example.org"))
        .reply();
  }

  private static List<String> ids(Reply reply) {
    return ((Reply.Matches) reply).contacts().stream().map(each -> each.id().value()).toList();
  }

  private static String page(String cursor, String... contacts) {
    var next = cursor.isEmpty() ? "null" : "{\"starting_after\":\"%s\"}".formatted(cursor);
    return "{\"type\":\"list\",\"pages\":{\"next\":%s},\"data\":[%s]}"
        .formatted(next, String.join(",", contacts));
  }

  private static String contact(String id, String email) {
    return "{\"type\":\"contact\",\"id\":\"%s\",\"email\":\"%s\"}".formatted(id, email);
  }
}
