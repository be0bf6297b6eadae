package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.run.Report;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;

/// What holds though people in Intercom merge users while a run goes on.
@Tag("slow")
class MergeLawsTest {
  private static final int WORLDS = Integer.getInteger("rollcall.worlds", 600);
  private static final Figures FIGURES = new Figures();

  @AfterAll
  static void print() {
    FIGURES.print(MergeLawsTest.class);
  }

  @Test
  void a_member_whose_contact_was_merged_keeps_the_one_that_survived() {
    forEachSeed(seed -> {
      var at = new RandomWorld(seed);
      var merges = new Merges(at, seed);
      var before = at.world.copy();
      var report = merges.night().sync();
      FIGURES.night();
      FIGURES.merges(merges.done.size());
      merges.done.forEach((member, survivor) -> {
        if (!isOfAnother(survivor, at)) {
          assertThat(hasContact(at, member) || Laws.reported(report).containsKey(member))
              .as("member %s, merged into %s".formatted(member, survivor.id()))
              .isTrue();
        }
      });
      Laws.assertNobodyMixedUp(before, at);
      assertCounted(report, at, before);
    });
  }

  @Test
  void the_next_night_puts_right_what_merges_left() {
    forEachSeed(seed -> {
      var at = new RandomWorld(seed);
      var merges = new Merges(at, seed);
      merges.night().sync();
      FIGURES.night();
      FIGURES.merges(merges.done.size());
      var reported = Laws.reported(quiet(at).sync());
      for (var change : quiet(at).plan().plan().changes()) {
        if (!reported.containsKey(change.member())) {
          assertThat(change).isInstanceOf(Change.Unchanged.class);
        }
      }
    });
  }

  private static Night quiet(RandomWorld at) {
    return Night.of(at, sandbox(at), at.policy, () -> {});
  }

  /// Contacts that others merged away were not resolved by the run. One that stood in the way of a
  /// write is archived on the way, and not counted.
  private static void assertCounted(Report report, RandomWorld at, World before) {
    var archived =
        at.world.contacts().stream()
            .filter(contact -> contact.state() instanceof ContactState.Archived)
            .filter(
                contact -> before.contact(contact.id()).map(StoredContact::isActive).orElse(true))
            .count();
    assertThat((long) report.totals().duplicatesResolved())
        .isLessThanOrEqualTo(archived + ledInto(at, before));
  }

  /// Leads that the run itself merged into their user.
  private static long ledInto(RandomWorld at, World before) {
    return at.world.contacts().stream()
        .filter(contact -> !contact.isUser() && contact.state() instanceof ContactState.Merged)
        .filter(contact -> before.contact(contact.id()).map(StoredContact::isActive).orElse(false))
        .count();
  }

  private static boolean isOfAnother(StoredContact survivor, RandomWorld at) {
    return survivor.externalId().map(MemberId::new).filter(at.everybody::contains).isPresent();
  }

  private static boolean hasContact(RandomWorld at, MemberId member) {
    var email =
        at.wanted.stream().filter(each -> each.member().equals(member)).map(Wanted::emailKey);
    return at.world.withEmail(email.findFirst().orElseThrow()).stream()
            .anyMatch(StoredContact::isActive)
        || at.world.withExternalId(member.value()).stream().anyMatch(StoredContact::isActive);
  }

  /// Somebody in Intercom who merges a member's contact into a twin of it now and then.
  private static final class Merges {
    private static final int MOST = 4;

    private final RandomWorld at;
    private final Random random;

    /// The contact that survived, as it was then, for each member.
    final Map<MemberId, StoredContact> done = new HashMap<>();

    Merges(RandomWorld at, long seed) {
      this.at = at;
      this.random = new Random(seed);
    }

    Night night() {
      return Night.of(
          at,
          sandbox(at),
          at.policy,
          () -> {
            if (random.nextInt(5) == 0 && done.size() < MOST) {
              mergeOne();
            }
          });
    }

    private void mergeOne() {
      var member = at.wanted.get(random.nextInt(at.wanted.size()));
      var own =
          at.world.withExternalId(member.member().value()).stream()
              .filter(StoredContact::isActive)
              .filter(StoredContact::isUser)
              .findFirst();
      if (own.isEmpty() || done.containsKey(member.member())) {
        return;
      }
      var twin = twin(member, own.get()).orElseGet(() -> made(member));
      at.world.put(own.get().with(new ContactState.Merged(twin.id())));
      done.put(member.member(), twin);
    }

    private Optional<StoredContact> twin(Wanted member, StoredContact own) {
      return at.world.withEmail(member.emailKey()).stream()
          .filter(StoredContact::isActive)
          .filter(StoredContact::isUser)
          .filter(contact -> !contact.id().equals(own.id()))
          .findFirst();
    }

    /// A person may have written in again under the same address.
    private StoredContact made(Wanted member) {
      var twin =
          StoredContact.user(
              at.world.newId(),
              Map.of("email", member.emailKey()),
              Map.of(),
              1_600_000_000L + random.nextInt(5));
      at.world.put(twin);
      return twin;
    }
  }

  private static SandboxIntercom sandbox(RandomWorld at) {
    return Night.intercom(at, at.world, Faults.none());
  }

  private static void forEachSeed(Seeds.Law law) {
    Seeds.forEach(WORLDS, law);
  }
}
