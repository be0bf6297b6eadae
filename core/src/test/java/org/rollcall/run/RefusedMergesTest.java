package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.apply.Trail;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Difference;
import org.rollcall.run.RefusedFields.RefusedMerge;

class RefusedMergesTest {
  private static final Outcome ANN =
      Outcome.of(wanted("101", "ann@example.org"), new Result.Unchanged());
  private static final RefusedMerge MERGE =
      new RefusedMerge(member("101"), contactId("lead"), contactId("kept"));

  @Test
  void a_refused_merge_is_known_by_member_lead_and_contact() {
    var told = ANN.on(contactId("kept")).after(Trail.NONE.notMerging(contactId("lead"), "no"));
    assertThat(Refusals.merges(List.of(ANN, told))).containsExactly(MERGE);
    assertThat(Refusals.merges(List.of(ANN.after(told.trail())))).isEmpty();
  }

  @Test
  void it_is_not_asked_for_again_until_somebody_resends() {
    var memory = new Memory();
    memory.rememberMerges(List.of(MERGE));
    var known = new KnownRefusals(memory, AttributeShapes.UNKNOWN);
    assertThat(known.isUnmerged(member("101"), contactId("lead"), contactId("kept"))).isTrue();
    assertThat(known.isUnmerged(member("101"), contactId("lead"), contactId("new"))).isFalse();
    assertThat(known.isUnmerged(member("102"), contactId("lead"), contactId("kept"))).isFalse();
    var resending = memory.forgetful();
    assertThat(resending.merges(member("101"))).isEmpty();
    resending.rememberMerges(
        List.of(new RefusedMerge(member("102"), contactId("lead"), contactId("kept"))));
    assertThat(memory.merges(member("102"))).hasSize(1);
    assertThat(RefusedFields.none().merges(member("101"))).isEmpty();
  }

  @Test
  void a_trail_keeps_what_it_was_not_allowed_to_merge() {
    var field = FieldName.PHONE;
    var trail =
        Trail.NONE
            .notMerging(contactId("one"), "first")
            .spending(Remedy.WITHOUT_FIELD)
            .without(field)
            .warning(List.of("second"))
            .notKeeping(new Difference(field, "a", "b"))
            .notMerging(contactId("two"), "third");
    assertThat(trail.unmerged()).containsExactly(contactId("one"), contactId("two"));
    assertThat(trail.warnings()).containsExactly("first", "second", "third");
    assertThat(trail.spent()).hasSize(1);
    assertThat(trail.without()).containsExactly(field);
    assertThat(trail.notKept()).hasSize(1);
    var later = ANN.after(Trail.NONE.notMerging(contactId("three"), "fourth"));
    assertThat(later.following(ANN.after(trail)).unmerged()).containsExactly(contactId("three"));
  }

  /// Keeps what it is told.
  private static final class Memory implements RefusedFields {
    private final List<RefusedMerge> merges = new ArrayList<>();

    @Override
    public Map<FieldName, Refusal> of(MemberId member) {
      return Map.of();
    }

    @Override
    public void remember(List<Refusal> refusals) {}

    @Override
    public Set<RefusedMerge> merges(MemberId member) {
      return merges.stream()
          .filter(merge -> merge.member().equals(member))
          .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void rememberMerges(List<RefusedMerge> refused) {
      merges.addAll(refused);
    }
  }
}
