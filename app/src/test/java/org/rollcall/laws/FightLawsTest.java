package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Notice;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
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

/// Another writer sets values by chance, day after day: whatever it does, everybody is right after
/// each night or named as left, and nothing is written for ever.
@Tag("slow")
class FightLawsTest {
  private static final int WORLDS = Math.min(150, Integer.getInteger("rollcall.worlds", 150));
  private static final int NIGHTS = 16;
  private static final FieldName REGION = RandomWorld.REGION;

  @Test
  void everybody_is_right_or_named_and_nothing_is_written_for_ever() {
    Seeds.forEach(
        WORLDS,
        seed -> {
          var club = new Club(seed);
          club.night();
          for (int night = 0; night < NIGHTS; night++) {
            club.day();
            club.left.clear();
            var report = club.night();
            assertThat(report.status())
                .isEqualTo(club.left.isEmpty() ? Report.Status.SUCCEEDED : Report.Status.PARTIAL);
            assertThat(report.totals().notKept()).isEqualTo(club.left.size());
            for (var each : club.wanted) {
              club.assertRightButForWhatIsLeft(each);
            }
          }
          for (var each : club.wanted) {
            var most = club.isStubborn(each) ? 3 : NIGHTS;
            assertThat(club.memory.writes(each.member(), REGION)).isLessThanOrEqualTo(most);
          }
          assertThat(club.everLeft).allMatch(member -> !club.isCalm(member));
        });
  }

  /// A few people, and what another writer does to each.
  private static final class Club {
    private final Random random;
    private final World world =
        World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region", "positions"));
    private final SimulatedTime time = new SimulatedTime(Instant.ofEpochSecond(1_700_000_000));
    private final SandboxIntercom intercom =
        new SandboxIntercom(
            world,
            Behaviour.DEFAULT,
            new Rate(1_000_000, Duration.ofSeconds(1)),
            Faults.none(),
            time::now);
    private final FightMemory memory = new FightMemory(time::now);
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<Habit> habits = new ArrayList<>();
    private final Set<MemberId> left = new HashSet<>();
    private final Set<MemberId> everLeft = new HashSet<>();

    private enum Habit {
      CALM,
      STUBBORN,
      FICKLE
    }

    Club(long seed) {
      this.random = new Random(seed);
      for (int number = 0; number < 1 + random.nextInt(5); number++) {
        wanted.add(
            People.with(
                People.wanted("" + (1_000 + number), "m" + number + "@example.org"),
                REGION,
                People.put("GL")));
        habits.add(Habit.values()[random.nextInt(3)]);
      }
    }

    void day() {
      for (int at = 0; at < wanted.size(); at++) {
        var contact = world.withExternalId(wanted.get(at).member().value()).getFirst();
        switch (habits.get(at)) {
          case CALM -> {}
          case STUBBORN -> world.put(contact.withAttribute("region", "XX").with("name", "Other"));
          case FICKLE -> {
            if (random.nextBoolean()) {
              world.put(contact.withAttribute("region", "X" + random.nextInt(3)));
            }
          }
        }
      }
    }

    Report night() {
      time.pass(Duration.ofDays(1));
      memory.begin();
      var everybody = new TreeSet<MemberId>();
      wanted.forEach(each -> everybody.add(each.member()));
      return new WiredNight(
              WiredNight.rules(Map.of(REGION, ValueKind.TEXT), Policy.DEFAULT, OptionalInt.empty()),
              new MemoryRoster(List.copyOf(wanted), everybody),
              new SandboxWire(intercom, "sandbox", "2.17"),
              memory,
              time)
          .run(Optional.empty(), () -> false, this::heard);
    }

    private void heard(RunEvent event) {
      memory.heard(event);
      if (event instanceof RunEvent.Noticed(Notice.Fighting fight)) {
        assertThat(fight.held()).isEqualTo(fight.difference().field().equals(REGION));
        if (fight.held()) {
          left.addAll(fight.some());
          everLeft.addAll(fight.some());
        }
      }
    }

    boolean isStubborn(Wanted member) {
      return habits.get(wanted.indexOf(member)) == Habit.STUBBORN;
    }

    boolean isCalm(MemberId member) {
      return wanted.stream()
          .anyMatch(each ->
              each.member().equals(member) && habits.get(wanted.indexOf(each)) == Habit.CALM);
    }

    void assertRightButForWhatIsLeft(Wanted member) {
      Laws.assertRight(
          world,
          left.contains(member.member()) ? People.with(member, REGION, new Wish.Leave()) : member);
    }
  }
}
