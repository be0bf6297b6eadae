package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.run.Report;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.SandboxWire;

/// What holds though answers lie, and though contacts change hands while a run goes on.
@Tag("slow")
class LiesLawsTest {
  private static final int WORLDS = Integer.getInteger("rollcall.worlds", 600);
  private static final List<String> OTHERS = List.of("95", "96", "97", "98", "99");
  private static final Figures FIGURES = new Figures();

  @AfterAll
  static void print() {
    FIGURES.print(LiesLawsTest.class);
  }

  @Test
  void what_is_said_to_be_right_is_right_though_answers_lie() {
    forEachSeed(seed -> {
      var at = new RandomWorld(seed);
      var before = at.world.copy();
      var wire = new LyingWire(honest(at), at.world, seed);
      var report = Night.over(at, wire).sync();
      FIGURES.night();
      FIGURES.lies(wire.lies());
      assertThat(report.reason()).isEmpty();
      var named =
          report.members().stream().collect(Collectors.toMap(Outcome::member, each -> each));
      for (var member : at.wanted) {
        var outcome = named.get(member.member());
        if (outcome == null || isSaidToBeRight(outcome)) {
          Laws.assertRight(at.world, member);
        }
        if (outcome != null && outcome.result() instanceof Result.Created) {
          assertThat(outcome.contact())
              .as("contact of " + member.member())
              .isEqualTo(own(at, member));
        }
      }
      Laws.assertNobodyMixedUp(before, at);
    });
  }

  @Test
  void an_honest_night_puts_right_what_lies_left() {
    forEachSeed(seed -> {
      var at = new RandomWorld(seed);
      var wire = new LyingWire(honest(at), at.world, seed);
      Night.over(at, wire).sync();
      FIGURES.night();
      FIGURES.lies(wire.lies());
      var reported = Laws.reported(Night.over(at, honest(at)).sync());
      for (var change : Night.over(at, honest(at)).plan().plan().changes()) {
        if (!reported.containsKey(change.member())) {
          assertThat(change).isInstanceOf(Change.Unchanged.class);
        }
      }
    });
  }

  @Test
  void a_contact_that_changes_hands_holds_what_it_held_then_or_is_named() {
    forEachSeed(seed -> {
      var at = new RandomWorld(seed);
      OTHERS.forEach(number -> at.everybody.add(new MemberId(number)));
      var given = new HashMap<String, StoredContact>();
      var random = new Random(seed);
      var before = at.world.copy();
      var report =
          Night.of(
                  at,
                  sandbox(at),
                  at.policy,
                  () -> {
                    if (random.nextInt(5) == 0 && given.size() < OTHERS.size()) {
                      give(at, given, random);
                    }
                  })
              .sync();
      FIGURES.night();
      FIGURES.handovers(given.size());
      var sentences = sentences(report);
      given.forEach((id, then) -> {
        var now = at.world.contact(id).orElseThrow();
        if (!sentences.contains(id)) {
          assertThat(Laws.profile(now)).as("contact " + id).isEqualTo(Laws.profile(then));
          assertThat(now.state()).isIn(then.state(), state(before, id));
        }
      });
    });
  }

  /// A contact that was archived before the run, and was given away while it was brought back, is
  /// archived again.
  private static ContactState state(World before, String contact) {
    return before.contact(contact).map(StoredContact::state).orElse(new ContactState.Active());
  }

  /// Somebody gives a member's contact to somebody else.
  private static void give(RandomWorld at, Map<String, StoredContact> given, Random random) {
    var theirs =
        at.world.contacts().stream()
            .filter(StoredContact::isActive)
            .filter(StoredContact::isUser)
            .filter(contact -> !given.containsKey(contact.id()))
            .filter(contact -> isMembers(contact, at))
            .toList();
    if (!theirs.isEmpty()) {
      var contact =
          theirs.get(random.nextInt(theirs.size())).with("external_id", OTHERS.get(given.size()));
      at.world.put(contact);
      given.put(contact.id(), contact);
    }
  }

  private static boolean isMembers(StoredContact contact, RandomWorld at) {
    return at.wanted.stream()
        .map(member -> member.member().value())
        .anyMatch(contact.externalId().orElse("")::equals);
  }

  private static Optional<ContactId> own(RandomWorld at, Wanted member) {
    return at.world.withExternalId(member.member().value()).stream()
        .filter(StoredContact::isActive)
        .map(contact -> new ContactId(contact.id()))
        .findFirst();
  }

  private static boolean isSaidToBeRight(Outcome outcome) {
    return switch (outcome.result()) {
      case Result.Created _, Result.Updated _, Result.Unchanged _ -> outcome.warnings().isEmpty();
      case Result.Skipped _, Result.Departed _, Result.NotDone _ -> false;
    };
  }

  private static String sentences(Report report) {
    return report.members().stream()
        .flatMap(outcome ->
            Stream.concat(
                outcome.warnings().stream(),
                outcome.result() instanceof Result.NotDone notDone
                    ? Stream.of(notDone.reason())
                    : Stream.empty()))
        .collect(Collectors.joining("\n"));
  }

  private static SandboxWire honest(RandomWorld at) {
    return new SandboxWire(sandbox(at), "sandbox", "2.17");
  }

  private static SandboxIntercom sandbox(RandomWorld at) {
    return Night.intercom(at, at.world, Faults.none());
  }

  private static void forEachSeed(Seeds.Law law) {
    Seeds.forEach(WORLDS, law);
  }
}
