package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Match;
import org.rollcall.support.HeardListener;

class CommonRefusalsTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Change CREATE = new Change.Create(ANN, Diff.ofNew(ANN));
  private static final Contact OWN = with(right("own", ANN), REGION, new Value.Text("NGL"));

  private final HeardListener listener = new HeardListener();
  private final CommonRefusals refusals = new CommonRefusals(listener);

  @Test
  void a_field_that_was_refused_for_some_is_sent_for_all() {
    refuse(24);
    assertThat(refusals.less(CREATE)).isSameAs(CREATE);
    assertThat(listener.heard()).isEmpty();
  }

  @Test
  void a_field_that_was_taken_in_between_is_sent_for_all() {
    refuse(24);
    tell(CREATE, new Result.Created(), List.of());
    refuse(24);
    assertThat(refusals.less(CREATE)).isSameAs(CREATE);
  }

  @Test
  void a_member_without_the_field_tells_nothing_of_it() {
    refuse(24);
    var nameOnly =
        Outcome.of(ANN, new Result.Updated())
            .writing(List.of(new Difference(FieldName.NAME, "", "Ann")));
    refusals.told(CREATE, CREATE, nameOnly);
    refusals.told(CREATE, CREATE, Outcome.of(ANN, new Result.Unchanged()));
    refuse(1);
    assertThat(refusals.less(CREATE)).isNotEqualTo(CREATE);
  }

  @Test
  void after_twenty_five_in_a_row_it_is_left_out_told_once_and_counted() {
    refuse(30);
    assertThat(listener.heard())
        .containsExactly("custom_attributes.region refused for 25, left out");
    var less = (Change.Create) refusals.less(CREATE);
    assertThat(less.wanted().wish(REGION)).isEqualTo(new Wish.Leave());
    assertThat(less.differences()).extracting(Difference::field).doesNotContain(REGION);
    var told = refusals.told(CREATE, less, Outcome.of(ANN, new Result.Created()));
    assertThat(told.notKept()).containsExactly(new Difference(REGION, "", "GL"));
    assertThat(refusals.told(CREATE, CREATE, Outcome.of(ANN, new Result.Created())).notKept())
        .isEmpty();
  }

  @Test
  void an_update_without_it_may_have_nothing_left_to_do() {
    refuse(25);
    var region =
        new Change.Update(ANN, OWN, Match.EXTERNAL_ID, Diff.between(ANN, OWN.profile()), List.of());
    assertThat(refusals.less(region))
        .isInstanceOfSatisfying(
            Change.Unchanged.class, same -> assertThat(same.contact()).isEqualTo(OWN));
    var renamed = with(OWN, FieldName.NAME, new Value.Text("Annie"));
    var both =
        new Change.Update(
            ANN, renamed, Match.EXTERNAL_ID, Diff.between(ANN, renamed.profile()), List.of());
    assertThat(refusals.less(both))
        .isInstanceOfSatisfying(
            Change.Update.class,
            update ->
                assertThat(update.differences())
                    .extracting(Difference::field)
                    .containsExactly(FieldName.NAME));
    var depart = new Change.Depart(ANN.member(), OWN, new Deed.Archive(OWN.id()));
    assertThat(refusals.less(depart)).isSameAs(depart);
  }

  @Test
  void once_the_plan_allows_no_contact_none_is_made_and_the_others_go_on() {
    assertThat(refusals.unbegun(CREATE)).isEmpty();
    var full = new Result.Failed(CommonRefusals.ofPlan("Pay more."), false, Optional.empty());
    for (int times = 0; times < 2; times++) {
      refusals.told(CREATE, CREATE, Outcome.of(ANN, full));
    }
    assertThat(listener.heard())
        .containsExactly(
            "no creates: The workspace's plan does not allow another contact: Pay more.");
    assertThat(refusals.unbegun(CREATE).orElseThrow().result()).isEqualTo(full);
    var update =
        new Change.Update(ANN, OWN, Match.EXTERNAL_ID, Diff.between(ANN, OWN.profile()), List.of());
    assertThat(refusals.unbegun(update)).isEmpty();
  }

  private void refuse(int members) {
    for (int member = 0; member < members; member++) {
      tell(CREATE, new Result.Created(), List.of(REGION));
    }
  }

  private void tell(Change change, Result result, List<FieldName> leftOut) {
    var trail = leftOut.isEmpty() ? Trail.NONE : Trail.NONE.without(leftOut.getFirst());
    var written = Diff.ofNew(ANN).stream().filter(each -> !leftOut.contains(each.field())).toList();
    refusals.told(change, change, Outcome.of(ANN, result).writing(written).after(trail));
  }
}
