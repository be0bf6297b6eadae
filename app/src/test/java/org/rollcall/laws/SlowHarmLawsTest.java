package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.Thresholds;
import org.rollcall.model.Value;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.PastRun;
import org.rollcall.plan.Safeguard;
import org.rollcall.run.Report;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.MemoryRoster;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;
import org.rollcall.support.SimulatedTime;
import org.rollcall.support.WiredNight;

/// Random small organisations to which a little more harm comes each day: whatever it is, no night
/// and no week archives or empties more than the safeguard says.
@Tag("slow")
class SlowHarmLawsTest {
  private static final int NIGHTS = 12;
  private static final int WEEK = 7;
  private static final FieldName REGION = RandomWorld.REGION;
  private static final long FIRST = Long.getLong("rollcall.seed", 0);

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + Math.min(60, Integer.getInteger("rollcall.worlds", 60)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void no_night_and_no_week_does_more_harm_than_is_allowed(long seed) {
    var club = new Club(seed);
    assertThat(club.night().status()).isEqualTo(Report.Status.SUCCEEDED);
    int members = club.wanted.size();
    int holders = club.holders();
    var archived = new ArrayList<Integer>();
    var emptied = new ArrayList<Integer>();
    var good = new ArrayList<Integer>(List.of(members));
    for (int night = 0; night < NIGHTS; night++) {
      club.harm();
      var before = club.world.copy();
      var report = club.night();
      archived.add(Club.archived(club.world) - Club.archived(before));
      emptied.add(club.emptied(before));
      if (report.status() == Report.Status.SUCCEEDED) {
        assertThat(good.stream().mapToInt(each -> each).max().orElseThrow() - club.wanted.size())
            .as("missing in night %d", night)
            .isLessThanOrEqualTo(most(50, 0.2, members));
        good.add(club.wanted.size());
      }
      assertThat(sum(archived))
          .as("archived until night %d", night)
          .isLessThanOrEqualTo(most(5, 0.05, members));
      assertThat(sum(emptied))
          .as("emptied until night %d", night)
          .isLessThanOrEqualTo(Math.max(most(10, 0.2, holders), Math.min(3, members / 4)));
    }
  }

  private static int most(int floor, double share, int whole) {
    return Math.max(Math.max(1, Math.min(floor, whole / 4)), (int) (share * whole));
  }

  private static int sum(List<Integer> nights) {
    return nights.subList(Math.max(0, nights.size() - WEEK), nights.size()).stream()
        .mapToInt(each -> each)
        .sum();
  }

  /// A club, its workspace and what its runs remember.
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
    private final Map<String, PastRun> past = new HashMap<>();
    private final TreeSet<MemberId> everybody = new TreeSet<>();
    private List<Wanted> wanted = new ArrayList<>();
    private final int worst;
    private int nights;

    Club(long seed) {
      this.random = new Random(seed);
      int members = 2 + random.nextInt(random.nextBoolean() ? 12 : 120);
      this.worst = 1 + random.nextInt(Math.max(2, members / 4));
      for (int number = 0; number < members; number++) {
        var region = random.nextInt(3) == 0 ? new Wish.Clear() : People.put("GL");
        var member =
            People.with(
                People.wanted("" + (1_000 + number), "m" + number + "@example.org"),
                REGION,
                region);
        wanted.add(member);
        everybody.add(member.member());
      }
    }

    /// A few members are no longer eligible, a few lose their region, and a few get an older
    /// contact beside their own.
    void harm() {
      for (int each = random.nextInt(worst); each > 0 && wanted.size() > 1; each--) {
        wanted.remove(random.nextInt(wanted.size()));
      }
      for (int each = random.nextInt(worst); each > 0; each--) {
        int at = random.nextInt(wanted.size());
        wanted.set(at, People.with(wanted.get(at), REGION, new Wish.Clear()));
      }
      for (int each = random.nextInt(worst); each > 0; each--) {
        var member = wanted.get(random.nextInt(wanted.size()));
        Map<String, @Nullable Object> none = new TreeMap<>();
        world.put(StoredContact.user(world.newId(), Map.of("email", member.emailKey()), none, 1));
      }
    }

    Report night() {
      time.pass(Duration.ofDays(1));
      nights++;
      var usual = Policy.DEFAULT;
      var policy =
          new Policy(
              usual.duplicates(), usual.leads(), usual.unknownExternalId(), new Leavers.Archive());
      return new WiredNight(
              WiredNight.rules(Map.of(REGION, ValueKind.TEXT), policy, OptionalInt.empty()),
              new MemoryRoster(List.copyOf(wanted), everybody),
              new SandboxWire(intercom, "sandbox", "2.17"),
              new RememberedNight("night " + nights, past),
              time)
          .run(Optional.of(new Safeguard(Thresholds.DEFAULT)), () -> false, _ -> {});
    }

    int holders() {
      return (int) wanted.stream().filter(each -> each.wish(REGION) instanceof Wish.Put).count();
    }

    /// How many active contacts that held a region hold none now.
    int emptied(World before) {
      return (int)
          before.contacts().stream()
              .filter(contact -> contact.isActive() && holds(contact))
              .filter(contact ->
                  world
                      .contact(contact.id())
                      .filter(now -> now.isActive() && !holds(now))
                      .isPresent())
              .count();
    }

    private static boolean holds(StoredContact contact) {
      return !Laws.profile(contact).get(REGION).map(Value::shown).orElse("").isEmpty();
    }

    static int archived(World world) {
      return (int) world.contacts().stream().filter(contact -> !contact.isActive()).count();
    }
  }
}
