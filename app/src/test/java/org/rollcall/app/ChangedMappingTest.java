package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.FieldName;
import org.rollcall.model.MappingDigest;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.Thresholds;
import org.rollcall.model.ValueKind;
import org.rollcall.plan.Safeguard;
import org.rollcall.run.MappingRule;
import org.rollcall.run.Report;
import org.rollcall.run.Report.Status;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.support.FactsInMemory;
import org.rollcall.support.MemoryRoster;
import org.rollcall.support.People;
import org.rollcall.support.RememberedMapping;
import org.rollcall.support.SandboxWire;
import org.rollcall.support.SimulatedTime;
import org.rollcall.support.WiredNight;

/// Nights before and after somebody changes how contacts are made.
class ChangedMappingTest {
  private static final FieldName LEVEL = FieldName.attribute("level");
  private static final int MEMBERS = 40;
  private static final Safeguard SAFEGUARD = new Safeguard(Thresholds.DEFAULT);

  private final World world =
      World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region", "level"));
  private final SimulatedTime time = new SimulatedTime(Instant.ofEpochSecond(1_700_000_000));
  private final RememberedMapping known = new RememberedMapping();

  private final MappingRule old = rule(Map.of(People.REGION, "region"));
  private final MappingRule grown = rule(Map.of(People.REGION, "region", LEVEL, "level"));

  @Test
  void a_new_attribute_is_told_from_an_accident_and_is_accepted_once() throws Exception {
    assertThat(night(old, "").status()).isEqualTo(Status.SUCCEEDED);
    var review = wired(grown, "A").review(SAFEGUARD);
    assertThat(review.mapping().added()).containsExactly(LEVEL);
    var refusal = review.refusal().orElseThrow();
    assertThat(refusal.objections())
        .hasSize(2)
        .contains(
            "The mapping has changed since the last good run: custom_attributes.level is new.");
    assertThat(refusal.advice()).contains("`rollcall sync --accept-mapping-change`");

    var refused = night(grown, "A");
    assertThat(refused.status()).isEqualTo(Status.REFUSED);
    assertThat(refused.reason().orElseThrow())
        .endsWith(" Look at `rollcall plan`. " + refusal.advice());

    assertThat(night(grown.accepted(), "A").totals().updated()).isEqualTo(MEMBERS);
    assertThat(night(grown, "A").totals().unchanged()).isEqualTo(MEMBERS);
    var accident = night(grown, "B");
    assertThat(accident.status()).isEqualTo(Status.REFUSED);
    assertThat(accident.reason().orElseThrow()).contains("--force").doesNotContain("mapping");
  }

  @Test
  void what_is_accepted_stays_so_until_a_run_has_come_to_its_end() throws Exception {
    night(old, "");
    var writes = new AtomicInteger();
    var stopped =
        wired(grown.accepted(), "A")
            .run(Optional.of(SAFEGUARD), () -> writes.incrementAndGet() > 3, _ -> {});
    assertThat(stopped.status()).isEqualTo(Status.INTERRUPTED);
    assertThat(wired(grown, "A").review(SAFEGUARD).refusal()).isEmpty();
    assertThat(night(grown, "A").status()).isEqualTo(Status.SUCCEEDED);
    assertThat(night(grown, "B").status()).isEqualTo(Status.REFUSED);
  }

  @Test
  void who_accepts_a_mapping_accepts_nothing_else() {
    night(old, "");
    var other = rule(Map.of(People.REGION, "region", FieldName.PHONE, "phone"));
    var refused = night(other.accepted(), "A");
    assertThat(refused.status()).isEqualTo(Status.REFUSED);
    assertThat(refused.reason().orElseThrow()).contains("--force");
  }

  @Test
  void a_plan_says_that_it_would_be_refused_also_where_the_mapping_is_the_old_one()
      throws Exception {
    night(old, "");
    var review = wired(old, "A").review(SAFEGUARD);
    assertThat(review.mapping().isEmpty()).isTrue();
    assertThat(review.refusal().orElseThrow().objections()).hasSize(1);
    assertThat(wired(old, "").review(SAFEGUARD).refusal()).isEmpty();
  }

  private Report night(MappingRule mapping, String level) {
    BooleanSupplier never = () -> false;
    time.pass(Duration.ofHours(1));
    return wired(mapping, level).run(Optional.of(SAFEGUARD), never, _ -> {});
  }

  private WiredNight wired(MappingRule mapping, String level) {
    var roster =
        MemoryRoster.of(
            IntStream.range(0, MEMBERS)
                .mapToObj(each -> People.wanted("10" + each, "m" + each + "@example.org"))
                .map(member ->
                    level.isEmpty() ? member : People.with(member, LEVEL, People.put(level)))
                .toList());
    var attributes = Map.of(People.REGION, ValueKind.TEXT, LEVEL, ValueKind.TEXT);
    return new WiredNight(
            WiredNight.rules(attributes, Policy.DEFAULT, OptionalInt.empty()),
            roster,
            wire(),
            FactsInMemory.of(known),
            time)
        .made(mapping);
  }

  private SandboxWire wire() {
    var rate = new Rate(1_000_000, Duration.ofSeconds(1));
    var intercom = new SandboxIntercom(world, Behaviour.DEFAULT, rate, Faults.none(), time::now);
    return new SandboxWire(intercom, "sandbox", "2.17");
  }

  private static MappingRule rule(Map<FieldName, String> fields) {
    return new MappingRule(new MappingDigest(new TreeMap<>(fields)), false);
  }
}
