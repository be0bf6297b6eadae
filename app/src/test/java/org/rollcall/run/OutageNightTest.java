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
import org.rollcall.intercom.Headers;
import org.rollcall.intercom.WireAnswer;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.ValueKind;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.support.MemoryRoster;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;
import org.rollcall.support.SimulatedTime;
import org.rollcall.support.WiredNight;

/// Nights during which Intercom lists its contacts and takes no writes.
class OutageNightTest {
  private static final Instant BEGIN = Instant.ofEpochSecond(1_700_000_000);
  private static final int MEMBERS = 2_000;

  private final World world =
      World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));
  private final SimulatedTime time = new SimulatedTime(BEGIN);
  private final AtomicInteger refused = new AtomicInteger();
  private final List<String> told = new ArrayList<>();

  @Test
  void an_outage_of_some_minutes_is_waited_for_and_everybody_is_written() {
    var report = night(BEGIN.plus(Duration.ofMinutes(8)));
    assertThat(report.reason()).isEmpty();
    assertThat(report.totals().created()).isEqualTo(MEMBERS);
    assertThat(refused.get()).isLessThan(25 * 5 + 20);
    assertThat(told)
        .hasSize(2)
        .anyMatch(sentence -> sentence.contains("takes no writes: 25 members in a row"))
        .anyMatch(sentence -> sentence.contains("takes writes again"));
  }

  @Test
  void an_outage_that_lasts_ends_the_run_and_leaves_the_rest_untouched() {
    var report = night(Instant.MAX);
    assertThat(report.status()).isEqualTo(Report.Status.FAILED);
    assertThat(report.reason().orElseThrow()).startsWith("Intercom has taken no write for 600 s");
    assertThat(report.totals().created()).isZero();
    assertThat(report.totals().skipped()).isGreaterThan(MEMBERS - 100);
    assertThat(refused.get()).isLessThan(25 * 5 + 25);
    assertThat(world.contacts()).isEmpty();
  }

  /// @param until when Intercom takes writes again
  private Report night(Instant until) {
    var sandbox =
        new SandboxIntercom(
            world,
            Behaviour.DEFAULT,
            new Rate(1_000_000, Duration.ofSeconds(1)),
            Faults.none(),
            time::now);
    var intercom = new SandboxWire(sandbox, "sandbox", "2.17");
    var members =
        IntStream.range(0, MEMBERS)
            .mapToObj(
                number -> People.wanted("" + (10_000 + number), "m" + number + "@example.org"))
            .toList();
    return new WiredNight(
            WiredNight.rules(
                Map.of(People.REGION, ValueKind.TEXT), Policy.DEFAULT, OptionalInt.empty()),
            MemoryRoster.of(members),
            call ->
                call.method() != Call.Method.GET && time.now().isBefore(until)
                    ? down()
                    : intercom.exchange(call),
            RunMemory.none(),
            time)
        .run(
            Optional.empty(),
            () -> false,
            event -> {
              if (event instanceof RunEvent.Warned(var sentence)) {
                told.add(sentence);
              }
            });
  }

  private WireAnswer down() {
    refused.incrementAndGet();
    return new WireAnswer.Whole(503, Headers.of(Map.of()), "");
  }
}
