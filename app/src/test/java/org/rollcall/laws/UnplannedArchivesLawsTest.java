package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.intercom.Wire;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.Thresholds;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.plan.PastRun;
import org.rollcall.plan.Safeguard;
import org.rollcall.run.Report;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.MemoryRoster;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;
import org.rollcall.support.SimulatedTime;
import org.rollcall.support.WiredNight;

/// Duplicates that no list shows, so that a run meets them only while it writes: together with the
/// planned ones it puts away no more than the safeguard allows, and says what it has left alone.
@Tag("slow")
class UnplannedArchivesLawsTest {
  private static final int WORLDS = Math.min(60, Integer.getInteger("rollcall.worlds", 60));

  @Test
  void planned_and_unplanned_archives_together_keep_to_the_safeguard() {
    Seeds.forEach(
        WORLDS,
        seed -> {
          var club = new Club(seed);
          var report = club.night(new HidingWire(club.sandbox(), club.hidden));
          int most = Math.max(Math.min(5, club.wanted.size() / 4), club.wanted.size() / 20);
          assertThat(report.status())
              .as("%s", report.reason())
              .isEqualTo(club.left() ? Report.Status.PARTIAL : Report.Status.SUCCEEDED);
          assertThat(club.archived()).isLessThanOrEqualTo(most);
          assertThat(report.totals().failed() > 0).isEqualTo(club.left());
          assertThat(report.totals().duplicatesResolved()).isEqualTo(club.archived());
        });
  }

  @Test
  void no_week_of_such_nights_archives_more_either() {
    Seeds.forEach(
        WORLDS,
        seed -> {
          var club = new Club(seed);
          for (int night = 0; night < 3; night++) {
            club.night(new HidingWire(club.sandbox(), club.hidden));
            club.night(club.sandbox());
          }
          int most = Math.max(Math.min(5, club.wanted.size() / 4), club.wanted.size() / 20);
          assertThat(club.archived()).isLessThanOrEqualTo(most);
        });
  }

  /// A club in which everybody was right until some got an older contact, and others joined who
  /// have two contacts already.
  private static final class Club {
    private final World world =
        World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));
    private final SimulatedTime time = new SimulatedTime(Instant.ofEpochSecond(1_700_000_000));
    private final List<Wanted> wanted = new ArrayList<>();
    private final TreeSet<MemberId> everybody = new TreeSet<>();
    private final Set<String> hidden = new HashSet<>();
    private final Map<String, PastRun> past = new HashMap<>();
    private final int duplicates;
    private int nights;

    Club(long seed) {
      var random = new Random(seed);
      join(12 + random.nextInt(random.nextInt(8) == 0 ? 120 : 20));
      night(sandbox());
      int limit = Math.max(Math.min(5, wanted.size() / 4), wanted.size() / 20);
      int planned = random.nextInt(limit + 1);
      for (int each = 0; each < planned; each++) {
        beside(wanted.get(each));
      }
      int joining = 1 + random.nextInt(wanted.size() / 3);
      int first = wanted.size();
      join(joining);
      for (var member : wanted.subList(first, wanted.size())) {
        hidden.add(beside(member));
        hidden.add(beside(member));
      }
      this.duplicates = planned + joining;
    }

    private void join(int members) {
      for (int each = 0; each < members; each++) {
        var number = "" + (1_000 + wanted.size());
        var member = People.wanted(number, "m" + number + "@example.org");
        wanted.add(member);
        everybody.add(member.member());
      }
    }

    private String beside(Wanted member) {
      Map<String, @Nullable Object> none = new TreeMap<>();
      var id = world.newId();
      world.put(StoredContact.user(id, Map.of("email", member.emailKey()), none, 1));
      return id;
    }

    Wire sandbox() {
      var behaviour = Behaviour.DEFAULT.with(OpenQuestion.ConflictText.WITHOUT_ID);
      var rate = new Rate(1_000_000, Duration.ofSeconds(1));
      var intercom = new SandboxIntercom(world, behaviour, rate, Faults.none(), time::now);
      return new SandboxWire(intercom, "sandbox", "2.17");
    }

    Report night(Wire wire) {
      time.pass(Duration.ofHours(1));
      nights++;
      return new WiredNight(
              WiredNight.rules(
                  Map.of(RandomWorld.REGION, ValueKind.TEXT), Policy.DEFAULT, OptionalInt.empty()),
              new MemoryRoster(List.copyOf(wanted), everybody),
              wire,
              new RememberedNight("night " + nights, past),
              time)
          .run(Optional.of(new Safeguard(Thresholds.DEFAULT)), () -> false, _ -> {});
    }

    int archived() {
      return (int) world.contacts().stream().filter(contact -> !contact.isActive()).count();
    }

    boolean left() {
      return archived() < duplicates;
    }
  }
}
