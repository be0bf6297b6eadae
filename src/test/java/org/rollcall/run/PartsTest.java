package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.intercom.AccessToken;
import org.rollcall.intercom.Connection;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.intercom.HttpWire;
import org.rollcall.intercom.Wire;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Rate;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.Standing;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.Workspace;
import org.rollcall.sandbox.World;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;

/// A large workspace read in parts, and everything that may be wrong with that.
class PartsTest {
  private static final Listing IN_PARTS = new Listing(150, 4);
  private static final long BEGAN = Instant.parse("2017-03-01T00:00:00Z").getEpochSecond();
  private static final long NOW = Instant.parse("2026-11-23T08:00:00Z").getEpochSecond();
  private static final Duration LAG = Duration.ofMinutes(5);

  private final World world = World.withAttributes(Workspace.sandbox("sandbox"), List.of("region"));
  private final List<String> doubts = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"2.16", "2.17"})
  void parts_find_what_the_list_shows_in_any_world(String version) throws InterruptedException {
    for (int seed = 0; seed < 12; seed++) {
      var random = new SplittableRandom(seed);
      people(seed + "x", random.nextInt(200, 900), random);
      archived(random.nextInt(60));
      var gateway = over(sandbox(Behaviour.DEFAULT), version);
      assertThat(read(gateway, IN_PARTS)).as("seed " + seed).isEqualTo(chain(gateway));
      assertThat(doubts).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void over_http_too() throws InterruptedException {
    people("p", 2_000, new SplittableRandom(1));
    try (var server = SandboxServer.start(sandbox(Behaviour.DEFAULT), 0, Duration.ZERO);
        var wire =
            new HttpWire(Connection.to(server.uri(), new AccessToken("sandbox"), "Rollcall"))) {
      var gateway = over(wire);
      assertThat(read(gateway, IN_PARTS)).isEqualTo(chain(gateway));
      assertThat(doubts).isEmpty();
    }
  }

  @Test
  void it_costs_few_calls_more() throws InterruptedException {
    people("p", 30_000, new SplittableRandom(2));
    var sandbox = sandbox(Behaviour.DEFAULT);
    read(over(sandbox, "2.16"), IN_PARTS);
    assertThat(doubts).isEmpty();
    assertThat(sandbox.log().size()).isBetween(200, 200 + 40);
    assertThat(sandbox.log().count(CallKind.LIST)).isLessThan(5);
  }

  @Test
  void a_small_workspace_is_read_page_after_page_and_no_page_twice() throws InterruptedException {
    people("p", 600, new SplittableRandom(3));
    var sandbox = sandbox(Behaviour.DEFAULT);
    read(over(sandbox, "2.16"), Listing.auto(16, 100));
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
      world.put(person("d" + each, NOW - 86_400 * 30 + each));
    }
    var gateway = over(sandbox(Behaviour.DEFAULT), "2.16");
    assertThat(read(gateway, IN_PARTS)).hasSize(900).isEqualTo(chain(gateway));
    assertThat(doubts).isEmpty();
  }

  @Test
  void whom_search_does_not_show_yet_the_head_of_the_list_does() throws InterruptedException {
    people("p", 800, new SplittableRandom(4));
    var sandbox = sandbox(Behaviour.DEFAULT.withSearchLag(LAG));
    var gateway = over(sandbox, "2.16");
    for (int each = 0; each < 170; each++) {
      gateway.send(new Request.Create(People.wanted("9" + each, each + "@example.org").fields()));
    }
    assertThat(read(gateway, IN_PARTS)).hasSize(970).isEqualTo(chain(gateway));
    assertThat(doubts).isEmpty();
  }

  @Test
  void a_contact_that_search_shows_as_it_was_brings_back_the_chain() throws InterruptedException {
    people("p", 800, new SplittableRandom(5));
    var gateway = over(sandbox(Behaviour.DEFAULT.withSearchLag(LAG)), "2.16");
    var newest = Walk.first(gateway).contacts().getFirst().id();
    var fields = People.wanted("77", "new@example.org").fields();
    gateway.send(new Request.Update(newest, fields));
    var read = read(gateway, IN_PARTS);
    assertThat(doubts).containsExactly("Intercom's search is behind its list.");
    assertThat(read).isEqualTo(chain(gateway));
    assertThat(Objects.requireNonNull(read.get(newest)).emailKey()).contains("new@example.org");
  }

  @Test
  void in_another_order_only_the_very_count_is_proof() throws InterruptedException {
    people("p", 800, new SplittableRandom(6));
    var sandbox = sandbox(Behaviour.DEFAULT.withSearchLag(LAG));
    var gateway = new OldestFirst(over(sandbox, "2.16"));
    assertThat(read(gateway, IN_PARTS)).hasSize(800);
    assertThat(doubts).isEmpty();
    gateway.send(new Request.Create(People.wanted("99", "new@example.org").fields()));
    assertThat(read(gateway, IN_PARTS)).hasSize(801);
    assertThat(doubts).containsExactly("Intercom lists 801 contacts, and its search shows 800.");
  }

  @Test
  void contacts_made_and_archived_while_parts_are_read_are_no_trouble()
      throws InterruptedException {
    people("p", 900, new SplittableRandom(7));
    var plain = over(sandbox(Behaviour.DEFAULT), "2.16");
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
    assertThat(read(busy, IN_PARTS)).containsAllEntriesOf(chain(plain));
    assertThat(doubts).allMatch(doubt -> doubt.contains("in a part of them"));
  }

  @Test
  void a_search_that_counts_no_further_than_some_number_brings_back_the_chain()
      throws InterruptedException {
    people("p", 1_200, new SplittableRandom(8));
    var plain = over(sandbox(Behaviour.DEFAULT), "2.16");
    Gateway capped =
        request -> {
          var answer = plain.send(request);
          return request instanceof Request.ListCreated && answer.reply() instanceof Reply.Page page
              ? Answer.of(new Reply.Page(page.contacts(), page.next(), Math.min(page.total(), 60)))
              : answer;
        };
    assertThat(read(capped, IN_PARTS)).hasSize(1_200);
    assertThat(doubts)
        .singleElement()
        .asString()
        .matches("Intercom counts 60 contacts in a part of them, and shows \\d+\\.");
  }

  @Test
  void a_search_that_goes_in_circles_or_is_refused_brings_back_the_chain()
      throws InterruptedException {
    people("p", 700, new SplittableRandom(9));
    var plain = over(sandbox(Behaviour.DEFAULT), "2.16");
    var refused = new Reply.Refused(Optional.empty(), "parameter_invalid", "No such field");
    assertThat(read(inParts(plain, _ -> refused), IN_PARTS)).hasSize(700);
    assertThat(read(inParts(plain, PartsTest::circling), IN_PARTS)).hasSize(700);
    assertThat(doubts)
        .containsExactly(
            "It would not show a part of its contacts: No such field",
            "A part of its contacts leads back to a page that was read already.");
  }

  @Test
  void a_token_that_is_refused_on_the_way_stops_the_run() {
    people("p", 700, new SplittableRandom(10));
    var plain = over(sandbox(Behaviour.DEFAULT), "2.16");
    assertThatThrownBy(
            () -> read(inParts(plain, _ -> new Reply.Denied("Access Token Invalid")), IN_PARTS))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("Access Token Invalid");
  }

  @Test
  void an_interrupt_ends_all_parts() throws InterruptedException {
    people("p", 700, new SplittableRandom(11));
    var plain = over(sandbox(Behaviour.DEFAULT), "2.16");
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
                read(hanging, IN_PARTS);
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

  /// Answers otherwise as soon as parts are read.
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
      if (!(request instanceof Request.ListContacts(var cursor))) {
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

  private Map<ContactId, Contact> read(Gateway gateway, Listing listing)
      throws InterruptedException {
    var contacts = new HashMap<ContactId, Contact>();
    new GatewayDirectory(gateway, listing)
        .contacts(
            () -> {
              contacts.clear();
              return contact -> assertThat(contacts.put(contact.id(), contact)).isNull();
            },
            event -> {
              if (event instanceof RunEvent.ListedAnew(var why)) {
                doubts.add(why);
              }
            });
    return contacts;
  }

  private Map<ContactId, Contact> chain(Gateway gateway) throws InterruptedException {
    return read(gateway, Listing.CHAIN);
  }

  /// Some thinly over the years, some in bursts of a day, as imports leave them.
  private void people(String prefix, int count, SplittableRandom random) {
    long burst = random.nextLong(BEGAN, NOW - 86_400);
    for (int each = 0; each < count; each++) {
      if (random.nextInt(300) == 0) {
        burst = random.nextLong(BEGAN, NOW - 86_400);
      }
      long created =
          random.nextInt(3) == 0
              ? random.nextLong(BEGAN, NOW - 3_600)
              : burst + random.nextInt(3_600);
      world.put(person(prefix + each, created));
    }
  }

  private void archived(int count) {
    for (int each = 0; each < count; each++) {
      world.put(person("gone" + each, BEGAN + each * 86_400L).with(new Standing.Archived()));
    }
  }

  private static StoredContact person(String id, long created) {
    Map<String, Object> fields = new HashMap<>(Map.of("name", "Somebody " + id));
    if (id.hashCode() % 5 != 0) {
      fields.put("email", id + "@example.org");
    }
    var attributes = new TreeMap<String, @Nullable Object>(Map.of("region", "GL"));
    return StoredContact.user(id, fields, attributes, created);
  }

  private SandboxIntercom sandbox(Behaviour behaviour) {
    return new SandboxIntercom(
        world,
        behaviour,
        new Rate(1_000_000, Duration.ofSeconds(1)),
        Faults.none(),
        () -> Instant.ofEpochSecond(NOW));
  }

  private static Gateway over(SandboxIntercom sandbox, String version) {
    return over(new SandboxWire(sandbox, "sandbox", version));
  }

  private static Gateway over(Wire wire) {
    var fields = Set.of(People.REGION, FieldName.NAME);
    return new HttpContacts(wire, fields, () -> Instant.ofEpochSecond(NOW));
  }
}
