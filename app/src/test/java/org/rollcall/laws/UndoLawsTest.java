package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.Leavers;
import org.rollcall.model.Policy;
import org.rollcall.run.Report;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;

/// Whatever a run can do, undo can take back, or says by name that it cannot.
@Tag("slow")
class UndoLawsTest {
  private static final int WORLDS = Integer.getInteger("rollcall.worlds", 600);
  private static final Figures FIGURES = new Figures();

  @AfterAll
  static void print() {
    FIGURES.print(UndoLawsTest.class);
  }

  @Test
  void a_world_after_sync_and_undo_is_the_world_before_but_for_what_is_named() {
    forEachSeed(seed -> {
      var at = new RandomWorld(seed);
      var before = at.world.copy();
      var night = new MemoryJournal();
      night(at, seed).sync(night);
      var undone = night(at, seed).undo(night.changes(), _ -> {});
      FIGURES.night();
      FIGURES.undo();
      assertSame(before, at.world, undone);
    });
  }

  @Test
  void an_undo_that_is_undone_leaves_the_synced_world_but_for_what_is_named() {
    forEachSeed(seed -> {
      var at = new RandomWorld(seed);
      var night = new MemoryJournal();
      night(at, seed).sync(night);
      var synced = at.world.copy();
      var back = new MemoryJournal();
      var first = night(at, seed).undo(night.changes(), back);
      var second = night(at, seed).undo(back.changes(), _ -> {});
      FIGURES.night();
      FIGURES.undo();
      FIGURES.undo();
      assertSame(synced, at.world, first, second);
    });
  }

  @Test
  void a_run_that_was_killed_after_any_call_can_be_undone_but_for_what_is_named() {
    Seeds.forEach(
        WORLDS / 10,
        seed -> {
          var calls = new AtomicInteger();
          var undisturbed = new RandomWorld(seed);
          night(undisturbed, seed, calls::incrementAndGet).sync();
          for (int last = 3; last < calls.get(); last++) {
            var at = new RandomWorld(seed);
            var before = at.world.copy();
            var journal = new MemoryJournal();
            Killed.after(last, hook -> night(at, seed, hook).sync(journal));
            var undone = night(at, seed).undo(journal.changes(), _ -> {});
            FIGURES.night();
            FIGURES.kill();
            FIGURES.undo();
            assertSame(before, at.world, undone);
          }
        });
  }

  /// Each contact is as it was, in every field and in its standing, or a report names it.
  private static void assertSame(World before, World now, Report... undone) {
    var named =
        Stream.of(undone)
            .flatMap(report -> report.members().stream())
            .flatMap(UndoLawsTest::sentences)
            .collect(Collectors.joining("\n"));
    for (var contact : now.contacts()) {
      var was = before.contact(contact.id());
      if (!named.contains(contact.id())) {
        assertThat(shape(contact))
            .as("contact " + contact.id() + "\n" + named)
            .isEqualTo(shape(was, contact));
      }
    }
  }

  private static Stream<String> sentences(Outcome outcome) {
    var reason =
        switch (outcome.result()) {
          case Result.Skipped(var text) -> text;
          case Result.NotDone notDone ->
              notDone.reason() + outcome.contact().map(id -> " " + id).orElse("");
          case Result.Created _, Result.Updated _, Result.Unchanged _, Result.Departed _ -> "";
        };
    return Stream.concat(Stream.of(reason), outcome.warnings().stream());
  }

  /// A contact that was not there is to be archived.
  private static String shape(Optional<StoredContact> was, StoredContact now) {
    return was.map(UndoLawsTest::shape).orElseGet(() -> "archived " + Laws.profile(now).values());
  }

  private static String shape(StoredContact contact) {
    return contact.state().label() + " " + Laws.profile(contact).values();
  }

  private static Night night(RandomWorld at, long seed) {
    return night(at, seed, () -> {});
  }

  private static Night night(RandomWorld at, long seed, Runnable before) {
    return Night.of(at, Night.intercom(at, at.world, Faults.none()), policy(at, seed), before);
  }

  private static Policy policy(RandomWorld at, long seed) {
    var usual = at.policy;
    List<Leavers> leavers =
        List.of(new Leavers.Ignore(), new Leavers.Archive(), new Leavers.Mark(LawsTest.GONE));
    var treatment = leavers.get((int) (seed % leavers.size()));
    return new Policy(
        usual.duplicates(),
        usual.leads(),
        usual.unknownExternalId(),
        treatment,
        Optional.of(treatment));
  }

  private static void forEachSeed(Seeds.Law law) {
    Seeds.forEach(WORLDS, law);
  }
}
