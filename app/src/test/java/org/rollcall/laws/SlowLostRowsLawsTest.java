package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.model.FieldName;
import org.rollcall.model.JoinedTable;
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

/// Random organisations whose joined table loses rows between nights: a few, a share of them, or
/// all. However they are lost, no night and no row of nights takes more than the safeguard says of
/// what the table gave to the contacts.
@Tag("slow")
class SlowLostRowsLawsTest {
  private static final int NIGHTS = 14;
  private static final int WEEK = 7;
  private static final int GOOD = 14;
  private static final FieldName OFFICES = RandomWorld.POSITIONS;
  private static final JoinedTable TABLE =
      new JoinedTable("offices", "public.offices", "grant", Set.of(OFFICES));

  @Test
  void lost_rows_take_no_more_than_is_allowed() {
    Seeds.forEach(
        Math.min(80, Integer.getInteger("rollcall.worlds", 80)),
        seed -> {
          var club = new Club(seed);
          assertThat(club.night().status()).isEqualTo(Report.Status.SUCCEEDED);
          var good = new ArrayList<>(List.of(club.rows()));
          var taken = new ArrayList<Integer>();
          for (int night = 0; night < NIGHTS; night++) {
            club.change();
            int holders = club.holding();
            var before = club.values();
            var report = club.night();
            int changed = changed(before, club.values());
            taken.add(Math.max(0, holders - club.holding()));
            if (report.status() != Report.Status.SUCCEEDED) {
              assertThat(report.status()).isEqualTo(Report.Status.REFUSED);
              assertThat(changed).as("taken by the refused night %d", night).isZero();
              continue;
            }
            int best = Collections.max(good.subList(Math.max(0, good.size() - GOOD), good.size()));
            assertThat(best - club.rows())
                .as("rows missing in night %d", night)
                .isLessThanOrEqualTo(Math.max(most(50, best), Math.min(3, club.members() / 4)));
            assertThat(club.rows() == 0 && changed > 0)
                .as("all taken in night %d", night)
                .isFalse();
            good.add(club.rows());
            if (club.clears) {
              assertThat(sum(taken))
                  .as("emptied until night %d", night)
                  .isLessThanOrEqualTo(
                      Math.max(most(10, holders + sum(taken)), Math.min(3, club.members() / 4)));
            }
          }
        });
  }

  private static int most(int floor, int whole) {
    return Math.max(Math.max(1, Math.min(floor, whole / 4)), (int) (0.2 * whole));
  }

  private static int sum(List<Integer> nights) {
    return nights.subList(Math.max(0, nights.size() - WEEK), nights.size()).stream()
        .mapToInt(each -> each)
        .sum();
  }

  /// How many contacts lost what the table had given them, whoever got something instead.
  private static int changed(Map<String, String> before, Map<String, String> after) {
    return (int)
        before.entrySet().stream()
            .filter(each -> each.getValue().equals("Chair"))
            .filter(each -> !"Chair".equals(after.get(each.getKey())))
            .count();
  }

  private static final class Club {
    private final Random random;
    private final World world =
        World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region", "positions"));
    private final SimulatedTime time = new SimulatedTime(Instant.ofEpochSecond(1_700_000_000));
    private final Map<String, PastRun> past = new HashMap<>();
    private final TreeMap<MemberId, Integer> offices = new TreeMap<>();

    /// Whether a member without an office has an empty field, or one that says so.
    private final boolean clears;

    private int nights;

    Club(long seed) {
      this.random = new Random(seed);
      this.clears = random.nextBoolean();
      int members = 2 + random.nextInt(random.nextBoolean() ? 40 : 300);
      int oneOf = 1 + random.nextInt(8);
      for (int number = 0; number < members; number++) {
        int rows = random.nextInt(oneOf) == 0 ? 1 + random.nextInt(2) : 0;
        offices.put(new MemberId("" + (1_000 + number)), rows);
      }
    }

    void change() {
      switch (random.nextInt(6)) {
        case 0 -> offices.replaceAll((_, _) -> 0);
        case 1 -> lose(random.nextInt(100));
        case 2, 3 -> lose(random.nextInt(25));
        case 4 -> offices.replaceAll((_, rows) -> random.nextInt(20) == 0 ? 1 : rows);
        default -> {}
      }
    }

    private void lose(int percent) {
      offices.replaceAll((_, rows) -> random.nextInt(100) < percent ? 0 : rows);
    }

    int members() {
      return offices.size();
    }

    int rows() {
      return offices.values().stream().mapToInt(each -> each).sum();
    }

    int holding() {
      return Collections.frequency(values().values(), "Chair");
    }

    Map<String, String> values() {
      var values = new HashMap<String, String>();
      for (var contact : world.contacts()) {
        values.put(contact.id(), shown(contact));
      }
      return values;
    }

    private static String shown(StoredContact contact) {
      return Laws.profile(contact).get(OFFICES).map(Value::shown).orElse("");
    }

    private Wanted wanted(MemberId member, int rows) {
      var wish = rows > 0 ? People.put("Chair") : clears ? new Wish.Clear() : People.put("None");
      return People.with(
          People.wanted(member.value(), "m" + member + "@example.org"), OFFICES, wish);
    }

    private Map<String, @Nullable Object> row(MemberId member) {
      return Map.of("offices", Collections.nCopies(offices.getOrDefault(member, 0), Map.of()));
    }

    Report night() {
      time.pass(Duration.ofDays(1));
      nights++;
      var wanted = new ArrayList<Wanted>();
      offices.forEach((member, rows) -> wanted.add(wanted(member, rows)));
      var intercom =
          new SandboxIntercom(
              world,
              Behaviour.DEFAULT,
              new Rate(1_000_000, Duration.ofSeconds(1)),
              Faults.none(),
              time::now);
      return new WiredNight(
              WiredNight.rules(
                  Map.of(OFFICES, ValueKind.TEXT, RandomWorld.REGION, ValueKind.TEXT),
                  List.of(TABLE),
                  Policy.DEFAULT,
                  OptionalInt.empty()),
              new MemoryRoster(wanted, offices.keySet(), this::row),
              new SandboxWire(intercom, "sandbox", "2.17"),
              new RememberedNight("night " + nights, past),
              time)
          .run(Optional.of(new Safeguard(Thresholds.DEFAULT)), () -> false, _ -> {});
    }
  }
}
