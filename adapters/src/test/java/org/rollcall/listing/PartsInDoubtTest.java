package org.rollcall.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.run.RunStopped;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.support.People;

/// Answers of a search or the list that leave it in doubt whether the parts are complete.
@Timeout(60)
class PartsInDoubtTest {
  private static final Duration LAG = Duration.ofMinutes(5);
  private static final int ALL = 1_000;

  private final PartsStage stage = new PartsStage();
  private final Gateway plain = PartsStage.over(stage.sandbox(Behaviour.DEFAULT), "2.16");

  /// The last 200 contacts are from one hour, so that the head of the list has more than one page.
  @BeforeEach
  void fill() {
    stage.people("p", ALL - 200, new SplittableRandom(1));
    for (int each = 0; each < 200; each++) {
      stage.world.put(PartsStage.person("n" + each, PartsStage.NOW - 1_800 + each));
    }
  }

  static Stream<Reply> shownNothing() {
    return Stream.of(
        new Reply.Unavailable("Out of order."),
        new Reply.AnswerLost("Out of order"),
        new Reply.Missing("Out of order."),
        new Reply.Unsupported("Out of order"),
        new Reply.Refused(Optional.empty(), "parameter_invalid", "Out of order"));
  }

  @ParameterizedTest
  @MethodSource("shownNothing")
  void a_search_that_does_not_work_costs_the_run_nothing_but_time(Reply instead)
      throws InterruptedException {
    Gateway broken =
        request ->
            request instanceof Request.ListCreated created && !created.newestFirst()
                ? Answer.of(instead)
                : plain.send(request);
    assertChain(broken, "Intercom would not show a part of its contacts: Out of order.");
  }

  @Test
  void a_search_that_answers_something_else_brings_back_the_chain() throws InterruptedException {
    Gateway confused =
        request ->
            request instanceof Request.ListCreated created && !created.newestFirst()
                ? Answer.of(new Reply.Matches(List.of()))
                : plain.send(request);
    assertChain(
        confused,
        "Intercom would not show a part of its contacts: It answered with the contacts of a search.");
  }

  @Test
  void a_cursor_that_grew_too_old_at_the_list_s_head_brings_back_the_chain()
      throws InterruptedException {
    var refused = new Reply.Refused(Optional.empty(), "client_error", "Invalid starting_after");
    assertChain(
        atHead((_, _) -> refused),
        "Intercom would not go on with its list: Invalid starting_after.");
  }

  @Test
  void a_list_out_of_order_at_its_head_stops_the_run_as_it_stops_the_chain() {
    var gateway = atHead((_, _) -> new Reply.Unavailable("Intercom is out of order."));
    assertThatThrownBy(() -> stage.read(gateway, PartsStage.IN_PARTS))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("Intercom is out of order.");
  }

  @Test
  void a_head_whose_pages_are_too_large_is_read_in_smaller_ones() throws InterruptedException {
    Gateway tired =
        request ->
            request instanceof Request.ListContacts(var cursor, var size)
                    && cursor.isPresent()
                    && size > 50
                ? Answer.of(new Reply.Unavailable("Intercom is out of order."))
                : plain.send(request);
    var read = stage.read(tired, PartsStage.IN_PARTS);
    assertThat(stage.doubts).isEmpty();
    assertThat(read).hasSize(ALL).isEqualTo(stage.chain(plain));
  }

  @Test
  void a_list_that_goes_in_circles_at_its_head_brings_back_the_chain() throws InterruptedException {
    assertChain(
        atHead(PartsInDoubtTest::circling),
        "Intercom's list of contacts leads back to a page that was read already.");
  }

  @Test
  void a_list_that_steps_back_in_time_between_pages_is_in_no_order() throws InterruptedException {
    var newer = PartsStage.NOW - 10;
    assertChain(atHead((page, _) -> changed(page, newer)), "Intercom's list is in no order.");
  }

  @Test
  void a_list_that_no_longer_counts_brings_back_the_chain() throws InterruptedException {
    var lists = new AtomicInteger();
    Gateway uncounted =
        request -> {
          var answer = plain.send(request);
          return isFirst(request) && lists.incrementAndGet() == 2
              ? Answer.of(uncounted((Reply.Page) answer.reply()))
              : answer;
        };
    assertChain(uncounted, "Intercom does not say how many contacts it lists.");
  }

  @Test
  void an_empty_entry_in_a_part_brings_back_the_chain() throws InterruptedException {
    assertChain(
        request ->
            request instanceof Request.ListCreated created && !created.newestFirst()
                ? Answer.of(gap((Reply.Page) plain.send(request).reply()))
                : plain.send(request),
        "A part of Intercom's contacts has empty entries (1).");
  }

  @Test
  void an_empty_entry_at_the_list_s_head_brings_back_the_chain() throws InterruptedException {
    var doubt = "Intercom's list of contacts has empty entries (1).";
    assertChain(atHead((page, _) -> gap((Reply.Page) page)), doubt);
    stage.doubts.clear();
    var lists = new AtomicInteger();
    assertChain(
        request -> {
          var answer = plain.send(request);
          return isFirst(request) && lists.incrementAndGet() == 2
              ? Answer.of(gap((Reply.Page) answer.reply()))
              : answer;
        },
        doubt);
  }

  @Test
  void whom_search_did_not_show_is_found_however_long_the_reading_took()
      throws InterruptedException {
    var sandbox = stage.sandbox(Behaviour.DEFAULT.withSearchLag(LAG));
    var direct = PartsStage.over(sandbox, "2.16");
    create(direct, 1);
    var lists = new AtomicInteger();
    Gateway slow =
        request -> {
          if (isFirst(request) && lists.incrementAndGet() == 2) {
            direct.send(new Request.Archive(new ContactId("p3")));
            stage.pass(Duration.ofHours(2));
            create(direct, 2);
            stage.pass(Duration.ofHours(2));
            for (int each = 3; each < 152; each++) {
              create(direct, each);
            }
          }
          return direct.send(request);
        };
    var read = stage.read(slow, PartsStage.IN_PARTS);
    assertThat(stage.doubts).isEmpty();
    assertThat(read).containsAllEntriesOf(stage.chain(direct));
  }

  private static void create(Gateway gateway, int number) throws InterruptedException {
    var fields = People.wanted("9" + number, "new" + number + "@example.org").fields();
    assertThat(gateway.send(new Request.Create(fields)).reply()).isInstanceOf(Reply.Accepted.class);
  }

  private void assertChain(Gateway gateway, String doubt) throws InterruptedException {
    var read = stage.read(gateway, PartsStage.IN_PARTS);
    assertThat(stage.doubts).containsExactly(doubt);
    assertThat(read).hasSize(ALL).isEqualTo(stage.chain(plain));
  }

  /// Replaces the second page of the list when its head is read after the parts.
  ///
  /// @param instead makes the replacement from the second page and the first
  private Gateway atHead(BinaryOperator<Reply> instead) {
    var lists = new AtomicInteger();
    return request -> {
      if (isFirst(request)) {
        lists.incrementAndGet();
      }
      var reply = plain.send(request).reply();
      boolean goesOn = request instanceof Request.ListContacts && !isFirst(request);
      if (lists.get() != 2 || !goesOn) {
        return Answer.of(reply);
      }
      var first = plain.send(new Request.ListContacts(Optional.empty())).reply();
      return Answer.of(instead.apply(reply, first));
    };
  }

  private static boolean isFirst(Request request) {
    return request instanceof Request.ListContacts(var cursor, _) && cursor.isEmpty();
  }

  private static Reply gap(Reply.Page page) {
    return new Reply.Page(page.contacts(), page.next(), page.total(), 1);
  }

  private static Reply uncounted(Reply.Page page) {
    return new Reply.Page(page.contacts(), page.next(), -1);
  }

  /// All contacts are as old as the page before, so that only the cursor reveals the circle.
  private static Reply circling(Reply page, Reply before) {
    var first = (Reply.Page) before;
    return new Reply.Page(List.of(first.contacts().getLast()), first.next(), first.total());
  }

  private static Reply changed(Reply page, long created) {
    var second = (Reply.Page) page;
    var contact = Objects.requireNonNull(second.contacts().getFirst());
    var moved = new Contact(contact.id(), contact.profile(), created);
    return new Reply.Page(List.of(moved), second.next(), second.total());
  }
}
