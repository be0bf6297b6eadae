package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.app.RunMemory;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.intercom.AccessToken;
import org.rollcall.intercom.Call;
import org.rollcall.intercom.Connection;
import org.rollcall.intercom.HttpWire;
import org.rollcall.listing.Listing;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Counts;
import org.rollcall.plan.Plan;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.OpenQuestion.HiddenList;
import org.rollcall.sandbox.OpenQuestion.HiddenStatus;
import org.rollcall.sandbox.OpenQuestion.UnblockCall;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.MemoryRoster;
import org.rollcall.support.People;
import org.rollcall.support.SimulatedTime;
import org.rollcall.support.WiredNight;

/// Nights over HTTP in a workspace where contacts of members are archived and blocked.
class HiddenContactsNightTest {
  private static final Wanted ANN = People.wanted("101", "ann@example.org");
  private static final Wanted BOB = People.wanted("102", "bob@example.org");
  private static final Wanted NEW = People.wanted("103", "new@example.org");
  private static final String PREVIEW = "Preview";

  private final World world =
      World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));
  private final SimulatedTime time = new SimulatedTime(Instant.ofEpochSecond(1_700_000_000));
  private final List<String> calls = new ArrayList<>();
  private final List<RunEvent> events = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void who_is_archived_or_blocked_is_planned_brought_back_and_right_the_next_night()
      throws Exception {
    hide("a", "101", new ContactState.Archived());
    hide("b", "102", new ContactState.Blocked());
    var night = night(PREVIEW, Listing.Hidden.AUTO);

    var report = night.run(Optional.empty(), () -> false, events::add);

    assertThat(plan().counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 1, 1));
    assertThat(calls).filteredOn("POST /contacts"::equals).hasSize(1);
    assertThat(report.totals()).isEqualTo(new Totals(3, 1, 2, 0, 0, 0, 0, 0));
    assertThat(remedies(report, ANN)).containsExactly(Remedy.UNARCHIVE);
    assertThat(remedies(report, BOB)).containsExactly(Remedy.UNARCHIVE, Remedy.UNBLOCK);
    assertThat(name("a")).isEqualTo("Member 101");

    calls.clear();
    assertThat(night.run(Optional.empty(), () -> false, events::add).totals().unchanged())
        .isEqualTo(3);
    assertThat(calls).noneMatch(call -> call.contains("deleted"));
  }

  @Test
  void where_intercom_has_no_call_to_unblock_a_person_is_told_each_night() throws Exception {
    hide("b", "102", new ContactState.Blocked());
    var night = night(PREVIEW, Listing.Hidden.AUTO, UnblockCall.MISSING);

    var report = night.run(Optional.empty(), () -> false, events::add);

    assertThat(outcome(report, BOB).result()).isInstanceOf(Result.NeedsPerson.class);
    assertThat(night.plan().plan().counts().blocked()).isEqualTo(1);
    assertThat(state("b")).isInstanceOf(ContactState.Blocked.class);
  }

  @Test
  void a_version_without_the_list_finds_them_as_ever() throws Exception {
    hide("a", "101", new ContactState.Archived());
    for (var missing : List.of(HiddenList.MISSING, HiddenList.NOT_ALLOWED)) {
      assertThat(night(PREVIEW, Listing.Hidden.AUTO, missing).plan().plan().counts())
          .isEqualTo(new Counts(3, 0, 0, 0, 0, 0));
    }
    var report = night("2.16", Listing.Hidden.AUTO).run(Optional.empty(), () -> false, events::add);

    assertThat(plan().notable()).noneMatch(Change.Revive.class::isInstance);
    assertThat(remedies(report, ANN)).containsExactly(Remedy.UNARCHIVE);
    assertThat(report.totals().failed()).isZero();
    assertThat(state("a")).isInstanceOf(ContactState.Active.class);
    assertThat(warnings()).isEmpty();
  }

  @Test
  void a_list_that_is_demanded_and_missing_ends_the_run_before_anything_is_written()
      throws Exception {
    var report = night("2.16", Listing.Hidden.LIST).run(Optional.empty(), () -> false, events::add);

    assertThat(report.status()).isEqualTo(Report.Status.FAILED);
    assertThat(report.reason().orElseThrow())
        .startsWith("Intercom has no list of archived contacts in this version of its API")
        .contains("intercom.archived");
    assertThat(world.contacts()).isEmpty();
  }

  @Test
  void nobody_is_asked_where_the_settings_say_to_find_them_as_they_are_met() throws Exception {
    hide("a", "101", new ContactState.Archived());

    night(PREVIEW, Listing.Hidden.DISCOVER).run(Optional.empty(), () -> false, events::add);

    assertThat(calls).noneMatch(call -> call.contains("deleted"));
    assertThat(state("a")).isInstanceOf(ContactState.Active.class);
  }

  @Test
  void a_status_that_is_not_known_is_told_and_the_contact_found_as_ever() throws Exception {
    hide("a", "101", new ContactState.Archived());
    var night = night(PREVIEW, Listing.Hidden.AUTO, HiddenStatus.UNKNOWN_WORD);

    var report = night.run(Optional.empty(), () -> false, events::add);

    assertThat(warnings())
        .singleElement()
        .asString()
        .contains("neither archived nor blocked, but “suspended”");
    assertThat(report.totals()).isEqualTo(new Totals(3, 2, 1, 0, 0, 0, 0, 0));
    assertThat(state("a")).isInstanceOf(ContactState.Active.class);
  }

  @Test
  void a_hidden_contact_that_only_has_the_members_email_is_not_planned() throws Exception {
    var stray = StoredContact.user("s", Map.of("email", "ann@example.org"), Map.of(), 1_600_000);
    world.put(stray.with(new ContactState.Archived()));

    assertThat(night(PREVIEW, Listing.Hidden.AUTO).plan().plan().counts())
        .isEqualTo(new Counts(3, 0, 0, 0, 0, 0));
  }

  private void hide(String id, String number, ContactState state) {
    var fields = Map.<String, Object>of("external_id", number, "name", "Old name");
    world.put(StoredContact.user(id, fields, Map.of(), 1_600_000_000).with(state));
  }

  private WiredNight night(String version, Listing.Hidden hidden, OpenQuestion... answers) {
    var sandbox =
        new SandboxIntercom(
            world,
            Behaviour.DEFAULT.with(answers),
            new Rate(1_000_000, Duration.ofSeconds(1)),
            Faults.none(),
            time::now);
    var server = SandboxServer.start(sandbox, 0, Duration.ZERO);
    var connection =
        Connection.to(server.uri(), new AccessToken("sandbox"), "Rollcall").withVersion(version);
    var wire = new HttpWire(connection);
    open.add(server);
    open.add(wire);
    return new WiredNight(
        WiredNight.rules(
            Map.of(People.REGION, ValueKind.TEXT),
            List.of(),
            Policy.DEFAULT,
            Listing.CHAIN.with(hidden),
            OptionalInt.empty()),
        MemoryRoster.of(List.of(ANN, BOB, NEW)),
        call -> {
          calls.add(line(call));
          return wire.exchange(call);
        },
        RunMemory.none(),
        time);
  }

  private static String line(Call call) {
    return call.method() + " " + call.path();
  }

  private Plan plan() {
    return events.stream()
        .filter(RunEvent.Planned.class::isInstance)
        .map(event -> ((RunEvent.Planned) event).plan())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private List<String> warnings() {
    return events.stream()
        .filter(RunEvent.Warned.class::isInstance)
        .map(event -> ((RunEvent.Warned) event).sentence())
        .toList();
  }

  private static List<Remedy> remedies(Report report, Wanted member) {
    return outcome(report, member).remedies();
  }

  private static Outcome outcome(Report report, Wanted member) {
    return report.members().stream()
        .filter(each -> each.member().equals(member.member()))
        .findFirst()
        .orElseThrow();
  }

  private ContactState state(String id) {
    return world.contact(id).orElseThrow().state();
  }

  private String name(String id) {
    return world.contact(id).orElseThrow().text("name").orElseThrow();
  }
}
