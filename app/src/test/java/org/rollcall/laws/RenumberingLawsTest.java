package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Roll;
import org.rollcall.run.Report;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.StoredContact;

/// What holds though members' numbers move from one to another: in chains, in rings, to new ones.
@Tag("slow")
class RenumberingLawsTest {
  private static final int WORLDS = Integer.getInteger("rollcall.worlds", 600);
  private static final Figures FIGURES = new Figures();

  @AfterAll
  static void print() {
    FIGURES.print(RenumberingLawsTest.class);
  }

  @Test
  void a_contact_stays_with_its_person_when_numbers_move() {
    forEachSeed(seed -> {
      var at = new RandomWorld(seed);
      var people = settled(at);
      renumber(at, seed);
      var report = night(at).sync();
      FIGURES.night();
      assertTheirOwn(at, people, report);
    });
  }

  @Test
  void a_run_that_was_killed_while_numbers_moved_is_finished_by_the_next() {
    Seeds.forEach(
        WORLDS / 10,
        seed -> {
          var undisturbed = new RandomWorld(seed);
          settled(undisturbed);
          renumber(undisturbed, seed);
          var calls = new AtomicInteger();
          night(undisturbed, calls::incrementAndGet).sync();
          for (int last = 3; last < calls.get(); last++) {
            var at = new RandomWorld(seed);
            var people = settled(at);
            renumber(at, seed);
            Killed.after(last, hook -> night(at, hook).sync());
            FIGURES.night();
            FIGURES.kill();
            assertTheirOwn(at, people, night(at).sync());
          }
        });
  }

  /// After a few nights, the contacts of the members who are right, by e-mail.
  private static Map<String, String> settled(RandomWorld at) {
    night(at).sync();
    night(at).sync();
    var roll = Roll.of(at.everybody, at.wanted);
    var people = new HashMap<String, String>();
    for (var member : at.wanted) {
      if (Laws.isRight(at.world, member) && !roll.isShared(member.emailKey())) {
        people.put(member.emailKey(), active(at, member).getFirst().id());
      }
    }
    return people;
  }

  private static List<StoredContact> active(RandomWorld at, Wanted member) {
    return at.world.withExternalId(member.member().value()).stream()
        .filter(StoredContact::isActive)
        .toList();
  }

  /// Gives the members the numbers of others, and some of them new ones.
  private static void renumber(RandomWorld at, long seed) {
    var random = new Random(seed);
    var numbers =
        at.wanted.stream().map(Wanted::member).collect(Collectors.toCollection(ArrayList::new));
    switch (random.nextInt(3)) {
      case 0 -> Collections.rotate(numbers, 1);
      case 1 -> Collections.shuffle(numbers, random);
      default -> {
        numbers.removeFirst();
        numbers.add(new MemberId("50"));
      }
    }
    var renumbered = new ArrayList<Wanted>();
    for (int place = 0; place < numbers.size(); place++) {
      renumbered.add(numbered(at.wanted.get(place), numbers.get(place)));
    }
    at.everybody.removeAll(at.wanted.stream().map(Wanted::member).toList());
    at.everybody.addAll(numbers);
    at.wanted.clear();
    at.wanted.addAll(renumbered);
  }

  private static Wanted numbered(Wanted member, MemberId number) {
    var fields = new TreeMap<>(member.fields());
    fields.put(FieldName.EXTERNAL_ID, new Wish.Put(new Value.Text(number.value())));
    return new Wanted(number, fields, member.warnings());
  }

  private static void assertTheirOwn(RandomWorld at, Map<String, String> people, Report report) {
    var reported = Laws.reported(report);
    for (var member : at.wanted) {
      var contact = people.get(member.emailKey());
      if (contact == null) {
        continue;
      }
      var now = at.world.contact(contact).orElseThrow();
      assertThat(now.email().orElse("")).isEqualToIgnoringCase(member.emailKey());
      if (!reported.containsKey(member.member())
          && !isNamed(contact, report)
          && isOnTheRoster(now, at)) {
        Laws.assertRight(at.world, member);
        assertThat(active(at, member)).extracting(StoredContact::id).containsExactly(contact);
      }
    }
  }

  /// Whether somebody has to decide whose the contact is.
  private static boolean isNamed(String contact, Report report) {
    return report.members().stream()
        .map(Outcome::result)
        .anyMatch(result ->
            result instanceof Result.IdentityClash(var reason) && reason.contains(contact));
  }

  /// A number that nobody has any more may be another system's, so it is not moved by itself.
  private static boolean isOnTheRoster(StoredContact contact, RandomWorld at) {
    return at.everybody.contains(new MemberId(contact.externalId().orElseThrow()));
  }

  private static Night night(RandomWorld at) {
    return night(at, () -> {});
  }

  private static Night night(RandomWorld at, Runnable before) {
    return Night.of(at, Night.intercom(at, at.world, Faults.none()), at.policy, before);
  }

  private static void forEachSeed(Seeds.Law law) {
    Seeds.forEach(WORLDS, law);
  }
}
