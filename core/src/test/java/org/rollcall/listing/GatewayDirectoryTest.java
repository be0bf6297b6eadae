package org.rollcall.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.support.People.contact;
import static org.rollcall.support.People.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.Contact;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.Span;
import org.rollcall.model.Workspace;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.ScriptedGateway;

class GatewayDirectoryTest {
  private static final Reply STALE =
      new Reply.Refused(Optional.empty(), "client_error", "Invalid starting_after param");

  private final List<String> seen = new ArrayList<>();
  private final List<RunEvent> events = new ArrayList<>();

  @Test
  void account_and_attributes_are_asked_for_once() throws InterruptedException {
    var account = new Workspace("ecahpwf5", "Club", "US");
    var attribute = new DataAttribute("region", "string", false, true, List.of());
    var gateway =
        ScriptedGateway.answering(
            new Reply.Identity(account), new Reply.Attributes(List.of(attribute)));
    var directory = new GatewayDirectory(gateway);
    assertThat(directory.workspace()).isEqualTo(account);
    assertThat(directory.attributes()).containsExactly(attribute);
    assertThat(gateway.asked())
        .containsExactly(new Request.Identify(), new Request.ListAttributes());
  }

  @Test
  void every_contact_is_handed_on_once_page_after_page() throws InterruptedException {
    var gateway = walk(page("p2", 4, "a", "b"), page("p3", 4, "b", "c"), page("", 4, "d"));
    assertThat(seen).containsExactly("a", "b", "c", "d");
    assertThat(gateway.asked()).containsExactly(list(""), list("p2"), list("p3"));
    assertThat(events)
        .containsExactly(
            new RunEvent.WorkspacePage(2, 4),
            new RunEvent.WorkspacePage(3, 4),
            new RunEvent.WorkspacePage(4, 4));
  }

  @Test
  void an_empty_workspace_has_one_empty_page() throws InterruptedException {
    assertThat(walk(page("", 0)).asked()).hasSize(1);
    assertThat(seen).isEmpty();
  }

  @Test
  void a_cursor_that_grew_too_old_begins_the_list_anew() throws InterruptedException {
    var gateway = walk(page("p2", 3, "a"), STALE, page("p2", 3, "a", "b"), page("", 3, "c"));
    assertThat(seen).containsExactly("a", "b", "c");
    assertThat(gateway.asked()).containsExactly(list(""), list("p2"), list(""), list("p2"));
  }

  @Test
  void a_list_that_cannot_be_read_to_its_end_stops_the_run() {
    assertStops(
        List.of(
            page("p2", 3, "a"),
            STALE,
            page("p2", 3, "a"),
            STALE,
            page("p2", 3, "a"),
            STALE,
            page("p2", 3, "a"),
            STALE),
        "could not be read whole in 4 tries",
        "Invalid starting_after param");
  }

  @Test
  void a_list_that_goes_in_circles_stops_the_run() {
    assertStops(List.of(page("p1", 9, "a")), "leads back to a page that was read already");
  }

  @Test
  void a_page_that_comes_again_under_ever_new_cursors_stops_the_run() {
    var calls = new AtomicInteger();
    Gateway gateway = _ -> Answer.of(page("p" + calls.incrementAndGet(), 300, "a", "b"));
    assertThatThrownBy(() -> new GatewayDirectory(gateway).contacts(() -> this::see, events::add))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("goes on after a page without a contact that is new");
    assertThat(calls).hasValueLessThan(10);
  }

  @Test
  void empty_pages_under_ever_new_cursors_stop_the_run() {
    var calls = new AtomicInteger();
    Gateway gateway = _ -> Answer.of(page("p" + calls.incrementAndGet(), -1));
    assertThatThrownBy(() -> new GatewayDirectory(gateway).contacts(() -> this::see, events::add))
        .isInstanceOf(RunStopped.class);
    assertThat(calls).hasValueLessThan(10);
  }

  @Test
  void a_list_that_goes_on_far_beyond_its_count_stops_the_run() {
    var calls = new AtomicInteger();
    Gateway gateway =
        _ -> {
          int first = 150 * calls.incrementAndGet();
          var ids =
              IntStream.range(first, first + 150)
                  .mapToObj(Integer::toString)
                  .toArray(String[]::new);
          return Answer.of(page("p" + first, 300, ids));
        };
    assertThatThrownBy(() -> new GatewayDirectory(gateway).contacts(() -> this::see, _ -> {}))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("far beyond its count");
    assertThat(calls).hasValueLessThan(400);
  }

  @Test
  void parts_that_stay_large_however_often_they_are_split_are_given_up() {
    var calls = new AtomicInteger();
    var old = user("a", "", "a@example.org");
    var young = contact("b", "user", "", "b@example.org", Long.MAX_VALUE / 2);
    Gateway gateway =
        request ->
            Answer.of(
                new Reply.Page(
                    request instanceof Request.ListCreated(_, var newest, _) && !newest
                        ? List.of(old, young)
                        : List.of(young, old),
                    Optional.of("p" + calls.incrementAndGet()),
                    1_000_000));
    var directory = new GatewayDirectory(gateway, new Listing(100, 16));
    assertThatThrownBy(() -> directory.contacts(() -> _ -> {}, events::add))
        .isInstanceOf(RunStopped.class);
    assertThat(calls).hasValueLessThan(3_000);
    assertThat(events)
        .anyMatch(event ->
            event instanceof RunEvent.ListedAnew(var why)
                && why.startsWith("Intercom's search shows no end of parts"));
  }

  @Test
  void a_list_that_ends_far_too_early_stops_the_run() {
    assertStops(
        List.of(page("", 20_311, "a", "b")),
        "Intercom counts 20311 contacts, but its list ended after 2.",
        "would be made a second time");
  }

  @Test
  void a_list_that_ends_too_early_once_is_read_again() throws InterruptedException {
    var hundred = IntStream.range(0, 100).mapToObj(Integer::toString).toArray(String[]::new);
    walk(page("", 100, "0"), page("", 100, hundred));
    assertThat(seen).hasSize(100);
  }

  @Test
  void a_few_contacts_that_went_away_meanwhile_are_no_trouble() throws InterruptedException {
    assertThat(walk(page("", 40, "a", "b")).asked()).hasSize(1);
  }

  @Test
  void a_count_that_is_not_told_is_not_missed() throws InterruptedException {
    assertThat(walk(page("", -1, "a")).asked()).hasSize(1);
  }

  static Stream<Reply> passing() {
    return Stream.of(
        new Reply.Unavailable("Intercom is out of order (HTTP 502)."),
        new Reply.AnswerLost("Intercom is out of order (HTTP 502)."),
        new Reply.RateLimited(Duration.ZERO, "Intercom is out of order (HTTP 502)"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void what_stays_out_of_order_stops_the_run(Reply reply) {
    assertStops(
        List.of(page("p2", 3, "a"), reply),
        "could not be asked for the contacts, however often it was tried: Intercom is out of order (HTTP 502).",
        "run again later");
  }

  @Test
  void a_refused_token_stops_the_run_and_names_what_it_lacks() {
    var denied = new Reply.Denied("Access Token Invalid");
    assertStops(
        List.of(denied), "INTERCOM_ACCESS_TOKEN", "Access Token Invalid.", "Read and list users");
    var directory = new GatewayDirectory(ScriptedGateway.answering(denied));
    assertThatThrownBy(directory::workspace).hasMessageContaining("Read admins");
    assertThatThrownBy(directory::attributes).hasMessageContaining("Read people data");
  }

  @Test
  void a_refusal_of_the_first_page_stops_the_run_at_once() {
    assertStops(
        List.of(new Reply.Refused(Optional.empty(), "intercom_version_invalid", "No such version")),
        "would not tell the contacts: No such version.",
        "intercom.version");
  }

  @Test
  void an_answer_to_another_question_stops_the_run() {
    assertStops(
        List.of(new Reply.Matches(List.of())),
        "answered with the contacts of a search",
        "INTERCOM_API_URL");
  }

  @Test
  void a_page_that_cannot_be_put_together_in_time_is_asked_for_with_fewer_contacts()
      throws InterruptedException {
    var tired = new Reply.Unavailable("Intercom is out of order (HTTP 504).");
    var gateway = walk(page("p2", 4, "a"), tired, tired, page("p3", 4, "b", "c"), page("", 4, "d"));
    assertThat(seen).containsExactly("a", "b", "c", "d");
    assertThat(gateway.asked())
        .containsExactly(list(""), list("p2"), list("p2", 50), list("p2", 20), list("p3", 20));
    assertThat(events)
        .filteredOn(RunEvent.Warned.class::isInstance)
        .containsExactly(
            new RunEvent.Warned(
                "Intercom could not list 150 contacts at once, so it is asked for 50: Intercom is out of order (HTTP 504)."),
            new RunEvent.Warned(
                "Intercom could not list 50 contacts at once, so it is asked for 20: Intercom is out of order (HTTP 504)."));
  }

  @Test
  void an_empty_entry_is_left_out_where_the_count_is_reached() throws InterruptedException {
    var gateway = walk(gaps(page("p2", 3, "a", "b"), 1), page("", 3, "c"));
    assertThat(seen).containsExactly("a", "b", "c");
    assertThat(gateway.asked()).hasSize(2);
    assertThat(events)
        .filteredOn(RunEvent.Warned.class::isInstance)
        .containsExactly(
            new RunEvent.Warned(
                "Intercom's list of contacts has empty entries (1). They were left out, because all 3 contacts that it counts are there."));
  }

  @Test
  void an_empty_entry_that_may_hide_a_contact_stops_the_run() {
    assertStops(
        List.of(gaps(page("", 3, "a", "b"), 1)),
        "could not be read whole in 4 tries",
        "Its list of contacts has empty entries (1) and shows 2 contacts where it counts 3.",
        "would be made a second time");
    assertThat(events).noneMatch(RunEvent.Warned.class::isInstance);
  }

  @Test
  void a_count_that_fell_meanwhile_does_not_excuse_an_empty_entry() {
    assertStops(
        List.of(
            gaps(page("p2", 3, "a"), 1), page("", 2, "b"),
            gaps(page("p2", 3, "a"), 1), page("", 2, "b"),
            gaps(page("p2", 3, "a"), 1), page("", 2, "b"),
            gaps(page("p2", 3, "a"), 1), page("", 2, "b")),
        "empty entries (1) and shows 2 contacts where it counts 3");
  }

  @Test
  void contacts_of_an_earlier_try_do_not_fill_the_count_of_this_one() {
    assertStops(
        List.of(
            gaps(page("", 3, "a", "b"), 1),
            gaps(page("", 3, "b", "c"), 1),
            gaps(page("", 3, "a", "c"), 1),
            gaps(page("", 3, "a", "b"), 1)),
        "shows 2 contacts where it counts 3");
  }

  @Test
  void an_empty_entry_without_a_count_stops_the_run() {
    assertStops(
        List.of(gaps(page("", -1, "a"), 2)),
        "empty entries (2), and no count shows whether they hide anybody");
  }

  @Test
  void a_contact_that_comes_in_another_try_fills_its_gap() throws InterruptedException {
    walk(gaps(page("", 2, "a"), 1), page("", 2, "a", "b"));
    assertThat(seen).containsExactly("a", "b");
    assertThat(events).noneMatch(RunEvent.Warned.class::isInstance);
  }

  @Test
  void a_list_that_begins_with_an_empty_entry_is_not_read_in_parts() throws InterruptedException {
    var gateway = ScriptedGateway.answering(gaps(page("p2", 3, "a", "b"), 1), page("", 3, "c"));
    new GatewayDirectory(gateway, new Listing(2, 4)).contacts(() -> this::see, events::add);
    assertThat(seen).containsExactly("a", "b", "c");
    assertThat(gateway.asked()).containsExactly(list(""), list("p2"));
  }

  static Stream<Arguments> gapsBesideParts() {
    var head = "Intercom's list of contacts has empty entries (1).";
    return Stream.of(
        Arguments.of(
            new Request.ListCreated(Span.ALL, false, Optional.empty()),
            1,
            "A part of Intercom's contacts has empty entries (1)."),
        Arguments.of(list(""), 2, head),
        Arguments.of(list("p2"), 1, head));
  }

  @ParameterizedTest
  @MethodSource("gapsBesideParts")
  void an_empty_entry_leaves_parts_in_doubt(Request where, int from, String doubt)
      throws InterruptedException {
    var times = new AtomicInteger();
    Gateway gateway =
        request -> {
          var page = partOrPage(request);
          boolean torn = request.equals(where) && times.incrementAndGet() >= from;
          return Answer.of(torn ? gaps(page, 1) : page);
        };
    new GatewayDirectory(gateway, new Listing(2, 4)).contacts(() -> this::see, events::add);
    assertThat(events).contains(new RunEvent.ListedAnew(doubt));
    assertThat(seen).endsWith("a", "b", "c");
  }

  private static Reply partOrPage(Request request) {
    if (request instanceof Request.ListCreated) {
      return page("", 3, "a", "b", "c");
    }
    return request.equals(list("")) ? page("p2", 3, "a", "b") : page("", 3, "c");
  }

  static Stream<Reply> tooMuch() {
    return Stream.of(
        new Reply.Unavailable("Intercom is out of order (HTTP 504)."),
        new Reply.AnswerLost("Intercom's answer was lost: no whole answer came in time."));
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void a_first_page_that_is_too_large_makes_all_pages_smaller(Reply reply)
      throws InterruptedException {
    var gateway = walk(reply, page("p2", 3, "a"), page("p3", 3, "b"), page("", 3, "c"));
    assertThat(gateway.asked())
        .containsExactly(list(""), list("", 50), list("p2", 50), list("p3", 50));
    assertThat(events).filteredOn(RunEvent.Warned.class::isInstance).hasSize(1);
  }

  @Test
  void pages_stay_small_when_the_list_is_begun_anew() throws InterruptedException {
    var tired = new Reply.Unavailable("Intercom is out of order (HTTP 504).");
    var gateway = walk(page("p2", 2, "a"), tired, STALE, page("p2", 2, "a"), page("", 2, "b"));
    assertThat(gateway.asked())
        .containsExactly(list(""), list("p2"), list("p2", 50), list("", 50), list("p2", 50));
  }

  @Test
  void the_rate_limit_makes_no_page_smaller() {
    var limited = new Reply.RateLimited(Duration.ZERO, "Exceeded rate limit");
    var gateway = ScriptedGateway.answering(limited);
    assertThatThrownBy(() -> new GatewayDirectory(gateway).contacts(() -> this::see, events::add))
        .isInstanceOf(RunStopped.class);
    assertThat(gateway.asked()).containsExactly(list(""));
    assertThat(events).isEmpty();
  }

  @Test
  void a_page_that_comes_in_no_size_is_waited_for_and_asked_for_whole_again()
      throws InterruptedException {
    var away = new Reply.Unavailable("Intercom answered HTTP 503.");
    var waiter = new RecordingWaiter();
    var gateway =
        ScriptedGateway.answering(
            page("p2", 2, "a"), away, away, away, away, away, away, page("", 2, "b"));
    var listing = Listing.CHAIN.patient(Duration.ofSeconds(100));
    new GatewayDirectory(gateway, listing, waiter).contacts(() -> this::see, events::add);
    assertThat(seen).containsExactly("a", "b");
    assertThat(waiter.waits()).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30));
    assertThat(gateway.asked())
        .containsExactly(
            list(""),
            list("p2"),
            list("p2", 50),
            list("p2", 20),
            list("p2"),
            list("p2", 50),
            list("p2", 20),
            list("p2"));
    assertThat(events)
        .contains(
            new RunEvent.Warned(
                "Intercom does not give its list: Intercom answered HTTP 503. It is asked again in 30 s, for 100 s at most (intercom.patience)."),
            new RunEvent.Warned(
                "Intercom does not give its list: Intercom answered HTTP 503. It is asked again in 30 s, for 70 s at most (intercom.patience)."));
  }

  @Test
  void patience_has_an_end() {
    var calls = new AtomicInteger();
    Gateway gateway =
        _ -> {
          calls.incrementAndGet();
          return Answer.of(new Reply.Unavailable("Intercom answered HTTP 503."));
        };
    var waiter = new RecordingWaiter();
    var listing = Listing.CHAIN.patient(Duration.ofSeconds(70)).with(Listing.Hidden.LIST);
    var directory = new GatewayDirectory(gateway, listing, waiter);
    assertThatThrownBy(() -> directory.contacts(() -> this::see, events::add))
        .hasMessageContaining("Intercom could not be asked for the contacts");
    assertThat(waiter.waits().stream().map(Duration::toSeconds)).containsExactly(30L, 30L, 10L);
    assertThat(calls).hasValue(12);
    assertThatThrownBy(() -> directory.hidden(Set.of(), events::add))
        .hasMessageContaining("the archived contacts");
    assertThat(waiter.waits()).hasSize(6);
  }

  private ScriptedGateway walk(Reply... replies) throws InterruptedException {
    var gateway = ScriptedGateway.answering(replies);
    new GatewayDirectory(gateway).contacts(() -> this::see, events::add);
    return gateway;
  }

  private void assertStops(List<Reply> replies, String... words) {
    assertThatThrownBy(() -> walk(replies.toArray(Reply[]::new)))
        .isInstanceOfSatisfying(
            RunStopped.class,
            stopped -> assertThat(stopped.kind()).isEqualTo(RunStopped.Kind.FAILED))
        .hasMessageContainingAll(words);
  }

  private void see(Contact contact) {
    seen.add(contact.id().value());
  }

  private static Reply page(String next, long total, String... ids) {
    var contacts = Stream.of(ids).map(id -> user(id, "", id + "@example.org")).toList();
    return new Reply.Page(contacts, Optional.of(next).filter(text -> !text.isEmpty()), total);
  }

  private static Reply gaps(Reply page, int gaps) {
    var whole = (Reply.Page) page;
    return new Reply.Page(whole.contacts(), whole.next(), whole.total(), gaps);
  }

  private static Request list(String cursor) {
    return list(cursor, Request.ListContacts.LARGEST);
  }

  private static Request list(String cursor, int size) {
    return new Request.ListContacts(Optional.of(cursor).filter(text -> !text.isEmpty()), size);
  }
}
