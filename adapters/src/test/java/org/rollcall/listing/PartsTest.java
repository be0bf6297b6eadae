package org.rollcall.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.intercom.AccessToken;
import org.rollcall.intercom.Connection;
import org.rollcall.intercom.HttpWire;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.run.RunStopped;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.support.People;

/// A large workspace read in parts, and everything that may be wrong with that.
@Tag("slow")
class PartsTest {
  private static final Duration LAG = Duration.ofMinutes(5);

  private final PartsStage stage = new PartsStage();

  @ParameterizedTest
  @ValueSource(strings = {"2.16", "2.17"})
  void parts_find_what_the_list_shows_in_any_world(String version) throws InterruptedException {
    for (int seed = 0; seed < 8; seed++) {
      var random = new SplittableRandom(seed);
      stage.people(seed + "x", random.nextInt(200, 900), random);
      stage.archived(random.nextInt(60));
      var gateway = PartsStage.over(stage.sandbox(Behaviour.DEFAULT), version);
      assertThat(stage.read(gateway, PartsStage.IN_PARTS))
          .as("seed " + seed)
          .isEqualTo(stage.chain(gateway));
      assertThat(stage.doubts).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void over_http_too() throws InterruptedException {
    stage.people("p", 2_000, new SplittableRandom(1));
    try (var server = SandboxServer.start(stage.sandbox(Behaviour.DEFAULT), 0, Duration.ZERO);
        var wire =
            new HttpWire(Connection.to(server.uri(), new AccessToken("sandbox"), "Rollcall"))) {
      var gateway = PartsStage.over(wire);
      assertThat(stage.read(gateway, PartsStage.IN_PARTS)).isEqualTo(stage.chain(gateway));
      assertThat(stage.doubts).isEmpty();
    }
  }

  @Test
  void it_costs_few_calls_more() throws InterruptedException {
    stage.people("p", 12_000, new SplittableRandom(2));
    var sandbox = stage.sandbox(Behaviour.DEFAULT);
    stage.read(PartsStage.over(sandbox, "2.16"), PartsStage.IN_PARTS);
    assertThat(stage.doubts).isEmpty();
    assertThat(sandbox.log().size()).isBetween(80, 80 + 40);
    assertThat(sandbox.log().count(CallKind.LIST)).isLessThan(5);
  }

  @Test
  void a_small_workspace_is_read_page_after_page_and_no_page_twice() throws InterruptedException {
    stage.people("p", 600, new SplittableRandom(3));
    var sandbox = stage.sandbox(Behaviour.DEFAULT);
    stage.read(PartsStage.over(sandbox, "2.16"), Listing.auto(16, 100));
    assertThat(sandbox.log().size()).isEqualTo(4);
    assertThat(sandbox.log().count(CallKind.LIST)).isEqualTo(4);
  }

  @Test
  void what_may_be_in_flight_goes_by_the_rate() {
    assertThat(Listing.auto(16, 16.6).atOnce()).isEqualTo(4);
    assertThat(Listing.auto(16, Double.MAX_VALUE).atOnce()).isEqualTo(16);
    assertThat(Listing.auto(16, 3).atOnce()).isEqualTo(1);
  }

  @Test
  void everybody_made_on_one_day_is_found_though_a_day_cannot_be_split()
      throws InterruptedException {
    for (int each = 0; each < 900; each++) {
      stage.world.put(PartsStage.person("d" + each, PartsStage.NOW - 86_400 * 30 + each));
    }
    var gateway = PartsStage.over(stage.sandbox(Behaviour.DEFAULT), "2.16");
    assertThat(stage.read(gateway, PartsStage.IN_PARTS))
        .hasSize(900)
        .isEqualTo(stage.chain(gateway));
    assertThat(stage.doubts).isEmpty();
  }

  @Test
  void whom_search_does_not_show_yet_the_head_of_the_list_does() throws InterruptedException {
    stage.people("p", 800, new SplittableRandom(4));
    var sandbox = stage.sandbox(Behaviour.DEFAULT.withSearchLag(LAG));
    var gateway = PartsStage.over(sandbox, "2.16");
    for (int each = 0; each < 170; each++) {
      gateway.send(new Request.Create(People.wanted("9" + each, each + "@example.org").fields()));
    }
    assertThat(stage.read(gateway, PartsStage.IN_PARTS))
        .hasSize(970)
        .isEqualTo(stage.chain(gateway));
    assertThat(stage.doubts).isEmpty();
  }

  @Test
  void a_contact_that_search_shows_as_it_was_brings_back_the_chain() throws InterruptedException {
    stage.people("p", 800, new SplittableRandom(5));
    var gateway = PartsStage.over(stage.sandbox(Behaviour.DEFAULT.withSearchLag(LAG)), "2.16");
    var newest =
        new ContactPages(gateway, Patience.NONE, _ -> {}).first().contacts().getFirst().id();
    var fields = People.wanted("77", "new@example.org").fields();
    gateway.send(new Request.Update(newest, fields));
    var read = stage.read(gateway, PartsStage.IN_PARTS);
    assertThat(stage.doubts).containsExactly("Intercom's search is behind its list.");
    assertThat(read).isEqualTo(stage.chain(gateway));
    assertThat(Objects.requireNonNull(read.get(newest)).emailKey()).contains("new@example.org");
  }

  @Test
  void in_another_order_only_the_very_count_is_proof() throws InterruptedException {
    stage.people("p", 800, new SplittableRandom(6));
    var sandbox = stage.sandbox(Behaviour.DEFAULT.withSearchLag(LAG));
    var gateway = new OldestFirst(PartsStage.over(sandbox, "2.16"));
    assertThat(stage.read(gateway, PartsStage.IN_PARTS)).hasSize(800);
    assertThat(stage.doubts).isEmpty();
    gateway.send(new Request.Create(People.wanted("99", "new@example.org").fields()));
    assertThat(stage.read(gateway, PartsStage.IN_PARTS)).hasSize(801);
    assertThat(stage.doubts)
        .containsExactly("Intercom lists 801 contacts, and its search shows 800.");
  }

  @Test
  void contacts_made_and_archived_while_parts_are_read_are_no_trouble()
      throws InterruptedException {
    stage.people("p", 900, new SplittableRandom(7));
    var plain = PartsStage.over(stage.sandbox(Behaviour.DEFAULT), "2.16");
    var calls = new AtomicInteger();
    Gateway busy =
        request -> {
          int call = calls.incrementAndGet();
          if (call == 5) {
            var fields = People.wanted("99", "new@example.org").fields();
            plain.send(new Request.Create(fields));
            plain.send(new Request.Archive(new ContactId("p3")));
          }
          return plain.send(request);
        };
    assertThat(stage.read(busy, PartsStage.IN_PARTS)).containsAllEntriesOf(stage.chain(plain));
    assertThat(stage.doubts).allMatch(doubt -> doubt.contains("in a part of them"));
  }

  @Test
  void a_search_that_counts_no_further_than_some_number_brings_back_the_chain()
      throws InterruptedException {
    stage.people("p", 1_200, new SplittableRandom(8));
    var plain = PartsStage.over(stage.sandbox(Behaviour.DEFAULT), "2.16");
    Gateway capped =
        request -> {
          var answer = plain.send(request);
          return request instanceof Request.ListCreated && answer.reply() instanceof Reply.Page page
              ? Answer.of(new Reply.Page(page.contacts(), page.next(), Math.min(page.total(), 60)))
              : answer;
        };
    assertThat(stage.read(capped, PartsStage.IN_PARTS)).hasSize(1_200);
    assertThat(stage.doubts)
        .singleElement()
        .asString()
        .matches("Intercom counts 60 contacts in a part of them, and shows \\d+\\.");
  }

  @Test
  void a_search_that_goes_in_circles_or_is_refused_brings_back_the_chain()
      throws InterruptedException {
    stage.people("p", 700, new SplittableRandom(9));
    var plain = PartsStage.over(stage.sandbox(Behaviour.DEFAULT), "2.16");
    var refused = new Reply.Refused(Optional.empty(), "parameter_invalid", "No such field");
    assertThat(stage.read(inParts(plain, _ -> refused), PartsStage.IN_PARTS)).hasSize(700);
    assertThat(stage.read(inParts(plain, PartsTest::circling), PartsStage.IN_PARTS)).hasSize(700);
    assertThat(stage.doubts)
        .containsExactly(
            "Intercom would not show a part of its contacts: No such field.",
            "A part of Intercom's contacts leads back to a page that was read already.");
  }

  @Test
  void a_token_that_is_refused_on_the_way_stops_the_run() {
    stage.people("p", 700, new SplittableRandom(10));
    var plain = PartsStage.over(stage.sandbox(Behaviour.DEFAULT), "2.16");
    assertThatThrownBy(() ->
            stage.read(
                inParts(plain, _ -> new Reply.Denied("Access Token Invalid")), PartsStage.IN_PARTS))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("Access Token Invalid");
  }

  @Test
  void an_interrupt_ends_all_parts() throws InterruptedException {
    stage.people("p", 700, new SplittableRandom(11));
    var plain = PartsStage.over(stage.sandbox(Behaviour.DEFAULT), "2.16");
    var reading = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var ended = new ArrayList<Throwable>();
    Gateway hanging =
        request -> {
          if (request instanceof Request.ListCreated created && !created.newestFirst()) {
            reading.countDown();
            never.await();
          }
          return plain.send(request);
        };
    var reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                stage.read(hanging, PartsStage.IN_PARTS);
              } catch (InterruptedException interrupted) {
                ended.add(interrupted);
              }
            });
    reading.await();
    reader.interrupt();
    assertThat(reader.join(Duration.ofMinutes(1))).isTrue();
    assertThat(ended).hasSize(1);
  }

  private interface Misbehaviour {
    Reply instead(Request.ListCreated request);
  }

  /// A gateway that misbehaves once parts are read.
  private static Gateway inParts(Gateway gateway, Misbehaviour misbehaviour) {
    return request ->
        request instanceof Request.ListCreated created && !created.newestFirst()
            ? Answer.of(misbehaviour.instead(created))
            : gateway.send(request);
  }

  private static Reply circling(Request.ListCreated request) {
    var contact = People.user("c", "", "c@example.org");
    return new Reply.Page(List.of(contact), Optional.of("again"), 2);
  }

  /// A list in another order than the sandbox's.
  private record OldestFirst(Gateway gateway) implements Gateway {
    @Override
    public Answer send(Request request) throws InterruptedException {
      if (!(request instanceof Request.ListContacts(var cursor, _))) {
        return gateway.send(request);
      }
      var all = new ArrayList<Contact>();
      new GatewayDirectory(gateway).contacts(() -> all::add, _ -> {});
      all.sort(Comparator.comparingLong(Contact::createdAt));
      int from = cursor.map(Integer::parseInt).orElse(0);
      int to = Math.min(from + 150, all.size());
      var next = to < all.size() ? Optional.of("" + to) : Optional.<String>empty();
      return Answer.of(new Reply.Page(all.subList(from, to), next, all.size()));
    }
  }
}
