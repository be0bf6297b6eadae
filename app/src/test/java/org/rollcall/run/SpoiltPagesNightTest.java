package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.app.RunMemory;
import org.rollcall.intercom.Call;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.ValueKind;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.support.MemoryRoster;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;
import org.rollcall.support.SimulatedTime;
import org.rollcall.support.WiredNight;

/// Nights in which pages of Intercom's list are spoilt: too large, or with an empty entry.
class SpoiltPagesNightTest {
  private static final Instant BEGIN = Instant.ofEpochSecond(1_700_000_000);
  private static final int MEMBERS = 200;

  private final World world =
      World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));
  private final SimulatedTime time = new SimulatedTime(BEGIN);
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger lists = new AtomicInteger();
  private final List<String> told = new ArrayList<>();

  @Test
  void pages_that_are_too_large_are_read_in_smaller_ones() {
    night(Faults.none());
    var report = night(always(Fault.LARGE_PAGE));
    assertThat(report.reason()).isEmpty();
    assertThat(report.totals().unchanged()).isEqualTo(MEMBERS);
    assertThat(lists.get()).isEqualTo(5 + MEMBERS / 50);
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("Intercom could not list 150 contacts at once, so it is asked for 50: ");
  }

  @Test
  void empty_entries_that_are_not_counted_are_told_once_and_left_out() {
    night(Faults.none());
    var report = night(always(Fault.EMPTY_ENTRY));
    assertThat(report.reason()).isEmpty();
    assertThat(report.totals().unchanged()).isEqualTo(MEMBERS);
    assertThat(told)
        .containsExactly(
            "Intercom's list of contacts has empty entries (2). They were left out, because all 200 contacts that it counts are there.");
  }

  @Test
  void a_contact_that_is_lost_from_a_page_is_found_by_another_reading() {
    night(Faults.none());
    var report = night(Faults.of(Faults.Rule.nth(2, CallKind.LIST, Fault.LOST_ENTRY)));
    assertThat(report.reason()).isEmpty();
    assertThat(report.totals().unchanged()).isEqualTo(MEMBERS);
    assertThat(told).isEmpty();
  }

  @Test
  void a_contact_that_stays_lost_stops_the_run_before_it_is_made_a_second_time() {
    night(Faults.none());
    var report = night(always(Fault.LOST_ENTRY));
    assertThat(report.status()).isEqualTo(Report.Status.FAILED);
    assertThat(report.reason().orElseThrow())
        .contains("has empty entries (2) and shows 198 contacts where it counts 200.");
    assertThat(writes.get()).isZero();
    assertThat(world.contacts()).hasSize(MEMBERS);
  }

  @Test
  void a_list_of_another_shape_stops_the_run_and_says_which_version_answered() {
    var report = night(always(Fault.OTHER_SHAPE));
    assertThat(report.status()).isEqualTo(Report.Status.FAILED);
    assertThat(report.reason().orElseThrow()).contains("it came from version 2.17 of the API");
    assertThat(writes.get()).isZero();
  }

  private static Faults always(Fault fault) {
    return Faults.of(Faults.Rule.always(CallKind.LIST, fault));
  }

  private Report night(Faults faults) {
    told.clear();
    writes.set(0);
    lists.set(0);
    var rate = new Rate(1_000_000, Duration.ofSeconds(1));
    var sandbox = new SandboxIntercom(world, Behaviour.DEFAULT, rate, faults, time::now);
    var intercom = new SandboxWire(sandbox, "sandbox", "2.17");
    var members =
        IntStream.range(0, MEMBERS)
            .mapToObj(number -> People.wanted("" + (10_000 + number), number + "@example.org"))
            .toList();
    return new WiredNight(
            WiredNight.rules(
                Map.of(People.REGION, ValueKind.TEXT), Policy.DEFAULT, OptionalInt.empty()),
            MemoryRoster.of(members),
            call -> {
              count(call);
              return intercom.exchange(call);
            },
            RunMemory.none(),
            time)
        .run(Optional.empty(), () -> false, this::note);
  }

  private void count(Call call) {
    if (call.path().startsWith("/contacts?")) {
      lists.incrementAndGet();
    }
    if (call.method() != Call.Method.GET && !call.path().endsWith("/search")) {
      writes.incrementAndGet();
    }
  }

  private void note(RunEvent event) {
    if (event instanceof RunEvent.Warned(var sentence)) {
      told.add(sentence);
    }
  }
}
