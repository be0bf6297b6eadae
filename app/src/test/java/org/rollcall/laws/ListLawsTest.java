package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.plan.Change;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.support.SandboxWire;

/// What holds though Intercom's list repeats some contacts and leaves others out.
@Tag("slow")
class ListLawsTest {
  private static final int WORLDS = Integer.getInteger("rollcall.worlds", 600);
  private static final Figures FIGURES = new Figures();

  @AfterAll
  static void print() {
    FIGURES.print(ListLawsTest.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoever_is_missing_from_the_list_is_neither_made_twice_nor_said_to_be_created(
      boolean inBulk) {
    Seeds.forEach(
        WORLDS,
        seed -> {
          var at = new RandomWorld(seed);
          var before = at.world.copy();
          var wire = new OmittingWire(honest(at), seed);
          var night = Night.over(at, wire);
          var report = inBulk ? night.syncInBulk() : night.sync();
          FIGURES.night();
          FIGURES.lies(wire.omitted());
          for (var member : at.wanted) {
            assertThat(at.world.withExternalId(member.member().value()))
                .filteredOn(StoredContact::isActive)
                .hasSizeLessThanOrEqualTo(1);
          }
          Laws.assertNobodyMixedUp(before, at);
          int made = at.world.contacts().size() - before.contacts().size();
          assertThat(report.totals().created()).isBetween(inBulk ? 0 : made, made);
        });
  }

  @Test
  void an_honest_night_puts_right_what_a_list_with_gaps_left() {
    Seeds.forEach(
        WORLDS,
        seed -> {
          var at = new RandomWorld(seed);
          var wire = new OmittingWire(honest(at), seed);
          Night.over(at, wire).sync();
          FIGURES.night();
          FIGURES.lies(wire.omitted());
          var reported = Laws.reported(Night.over(at, honest(at)).sync());
          for (var change : Night.over(at, honest(at)).plan().plan().changes()) {
            if (!reported.containsKey(change.member())) {
              assertThat(change).isInstanceOf(Change.Unchanged.class);
            }
          }
        });
  }

  private static SandboxWire honest(RandomWorld at) {
    return new SandboxWire(Night.intercom(at, at.world, Faults.none()), "sandbox", "2.17");
  }
}
