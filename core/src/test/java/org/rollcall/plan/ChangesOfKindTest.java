package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.wanted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.support.People;

class ChangesOfKindTest {
  private static final Change.Create ANN = create("101");
  private static final Change.Create BOB = create("102");
  private static final Change SKIP = new Change.Skip(member("103"), "", "no e-mail");

  private final ChangesOfKind<Change.Create> creates =
      ChangesOfKind.creates(new Plan(List.of(ANN, SKIP, right(), BOB), List.of()));

  @Test
  void only_creates_are_among_them_in_the_order_of_the_plan() {
    assertThat(creates.size()).isEqualTo(2);
    assertThat(creates.isEmpty()).isFalse();
    assertThat(creates.members()).containsExactly(member("101"), member("102"));
    assertThat(creates.all()).containsExactly(ANN, BOB);
    assertThat(creates.of(member("102"))).contains(BOB);
    assertThat(creates.of(member("103"))).isEmpty();
  }

  @Test
  void some_of_them_are_taken_by_the_create_or_by_the_member() {
    assertThat(creates.where(create -> create.equals(BOB)).all()).containsExactly(BOB);
    assertThat(creates.among(member("101")::equals).all()).containsExactly(ANN);
    assertThat(creates.among(_ -> false).isEmpty()).isTrue();
    assertThat(ChangesOfKind.none(Change.Update.class).size()).isZero();
  }

  @Test
  void updates_are_told_apart_from_creates() {
    var ann = wanted("105", "ann@example.org");
    var update = new Change.Update(ann, People.right("d", ann), Match.EMAIL, List.of(), List.of());
    var updates = ChangesOfKind.updates(new Plan(List.of(ANN, update), List.of()));
    assertThat(updates.all()).containsExactly(update);
  }

  private static Change.Create create(String number) {
    var wanted = wanted(number, number + "@example.org");
    return new Change.Create(wanted, Diff.ofNew(wanted));
  }

  private static Change right() {
    var wanted = wanted("104", "same@example.org");
    return new Change.Unchanged(wanted, People.right("c", wanted), List.of());
  }
}
