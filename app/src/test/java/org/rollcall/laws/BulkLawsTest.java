package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.apply.Result;
import org.rollcall.model.Rate;
import org.rollcall.plan.Change;
import org.rollcall.run.Report;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.StoredContact;

/// The laws, where creates are handed over in bulk first: Intercom takes its time, lists late and
/// passes over whom it likes.
@Tag("slow")
class BulkLawsTest {
  private static final int WORLDS = Integer.getInteger("rollcall.worlds", 100);

  /// Every call takes a second.
  private final AtomicLong seconds = new AtomicLong(1_700_000_000);

  static Stream<Arguments> faults() {
    return Stream.of(CallKind.BULK, CallKind.JOB, CallKind.LIST, CallKind.CREATE)
        .flatMap(kind -> Stream.of(Fault.values()).map(fault -> Arguments.of(kind, fault)));
  }

  @Test
  void whoever_is_eligible_ends_with_one_right_contact_or_in_the_report_with_a_reason() {
    Seeds.forEach(
        WORLDS,
        seed -> {
          var at = new RandomWorld(seed);
          var report = night(at, seed, Faults.none(), () -> {}).syncInBulk();
          assertThat(report.reason()).isEmpty();
          assertThat(report.totals().total()).isEqualTo(at.wanted.size());
          assertTrue(report, at);
          assertSettled(at, seed);
        });
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatever_goes_wrong_the_next_run_puts_it_right(CallKind kind, Fault fault) {
    for (var rule : List.of(Faults.Rule.nth(1, kind, fault), Faults.Rule.always(kind, fault))) {
      Seeds.forEach(
          WORLDS / 10,
          seed -> {
            var at = new RandomWorld(seed);
            assertTrue(night(at, seed, Faults.of(rule), () -> {}).syncInBulk(), at);
            assertSettled(at, seed);
          });
    }
  }

  @Test
  void killed_after_any_call_the_next_run_finds_the_rest() {
    Seeds.forEach(
        WORLDS / 10,
        seed -> {
          var calls = new AtomicInteger();
          night(new RandomWorld(seed), seed, Faults.none(), calls::incrementAndGet).syncInBulk();
          for (int last = 0; last < calls.get(); last++) {
            var at = new RandomWorld(seed);
            killAfter(last, at, seed);
            assertSettled(at, seed);
          }
        });
  }

  /// What a report says of a member is so.
  private static void assertTrue(Report report, RandomWorld at) {
    for (var outcome : report.members()) {
      var member =
          at.wanted.stream().filter(each -> each.member().equals(outcome.member())).findFirst();
      switch (outcome.result()) {
        case Result.Created _, Result.Updated _, Result.Unchanged _ -> {
          if (outcome.warnings().isEmpty()) {
            Laws.assertRight(at.world, member.orElseThrow());
          }
        }
        case Result.Skipped _, Result.Departed _, Result.NotDone _ -> {}
      }
    }
  }

  /// A night in which all goes well leaves nothing to do, but for those it reports.
  private void assertSettled(RandomWorld at, long seed) throws InterruptedException {
    seconds.addAndGet(1_000);
    var before = at.world.copy();
    var reported = Laws.reported(night(at, seed, Faults.none(), () -> {}).sync());
    for (var change : night(at, seed, Faults.none(), () -> {}).plan().plan().changes()) {
      if (!reported.containsKey(change.member())) {
        assertThat(change).isInstanceOf(Change.Unchanged.class);
      }
    }
    for (var member : at.wanted) {
      assertThat(at.world.withExternalId(member.member().value()))
          .filteredOn(StoredContact::isActive)
          .hasSizeLessThanOrEqualTo(1);
    }
    Laws.assertNobodyMixedUp(before, at);
  }

  private Night night(RandomWorld at, long seed, Faults faults, Runnable before) {
    var sandbox =
        new SandboxIntercom(
            at.world,
            behaviour(at, seed),
            new Rate(1_000_000, Duration.ofSeconds(1)),
            faults,
            () -> Instant.ofEpochSecond(seconds.get()));
    return Night.of(
        at,
        sandbox,
        at.policy,
        () -> {
          seconds.incrementAndGet();
          before.run();
        });
  }

  private static Behaviour behaviour(RandomWorld at, long seed) {
    var random = new Random(seed);
    var behaviour =
        at.behaviour.withBulk(
            new Behaviour.Bulk(
                Duration.ofSeconds(random.nextInt(5)),
                Duration.ofSeconds(random.nextInt(12)),
                random.nextInt(4)));
    for (var choice : OpenQuestion.all()) {
      if (RandomWorld.isOfBulk(choice) && random.nextInt(4) == 0) {
        behaviour = behaviour.with(choice);
      }
    }
    return behaviour;
  }

  private void killAfter(int calls, RandomWorld at, long seed) {
    var left = new AtomicInteger(calls);
    try {
      night(
              at,
              seed,
              Faults.none(),
              () -> {
                if (left.getAndDecrement() <= 0) {
                  throw new Killed();
                }
              })
          .syncInBulk();
    } catch (Killed _) {
      // That is what was asked for.
    } catch (RuntimeException wrapped) {
      if (!(wrapped.getCause() instanceof Killed)) {
        throw wrapped;
      }
    }
  }

  /// Ends a run at once: no handler of the program's own may catch it.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}
