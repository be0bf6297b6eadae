package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.hidden;
import static org.rollcall.support.People.lead;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Wanted;

class CountsTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Wanted BOB = wanted("102", "bob@example.org");
  private static final Change CREATE = new Change.Create(ANN, Diff.ofNew(ANN));
  private static final Change UPDATE =
      new Change.Update(
          BOB,
          user("b", "102", ""),
          Match.EXTERNAL_ID,
          Diff.ofNew(BOB),
          List.of(user("old", "", "bob@example.org"), lead("lead", "bob@example.org")));
  private static final Change UNCHANGED =
      new Change.Unchanged(ANN, right("a", ANN), List.of(user("old", "", "ann@example.org")));
  private static final Change DEPART =
      new Change.Depart(member("104"), user("d", "104", ""), new Deed.Archive(contactId("d")));
  private static final Change SKIP = new Change.Skip(member("103"), "", "no e-mail");

  @Test
  void each_kind_is_counted_and_the_members_add_up() {
    var counts = Counts.of(List.of(CREATE, CREATE, UPDATE, UNCHANGED, SKIP, SKIP, SKIP, DEPART));
    assertThat(counts).isEqualTo(new Counts(2, 1, 1, 3, 3, 1));
    assertThat(counts.total()).isEqualTo(7);
  }

  @Test
  void who_is_brought_back_is_a_member_and_blocked_ones_are_counted_apart() {
    var archived = new Change.Revive(ANN, hidden("a", "101", "archived"));
    var blocked = new Change.Revive(BOB, hidden("b", "102", "blocked"));
    var counts = Counts.of(List.of(CREATE, archived, archived, blocked));
    assertThat(counts).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 2, 1));
    assertThat(List.of(counts.total(), counts.missing(), counts.written()))
        .containsExactly(4, 4, 4);
    assertThat(List.of(archived, blocked))
        .noneMatch(change -> new Plan(List.of(change), List.of()).isEmpty());
  }

  @Test
  void a_plan_is_empty_when_nothing_in_intercom_would_change() {
    var same = new Change.Unchanged(ANN, right("a", ANN), List.of());
    assertThat(new Plan(List.of(same, SKIP), List.of()).isEmpty()).isTrue();
    assertThat(List.of(CREATE, UPDATE, UNCHANGED, DEPART))
        .noneMatch(change -> new Plan(List.of(same, change), List.of()).isEmpty());
  }

  @Test
  void every_change_knows_its_member() {
    assertThat(List.of(CREATE, UPDATE, UNCHANGED, SKIP))
        .extracting(Change::member)
        .containsExactly(member("101"), member("102"), member("101"), member("103"));
  }

  @Test
  void the_workspace_counts_users_and_finds_the_rest_too() {
    var workspace = new ContactIndex();
    List.of(user("a", "101", "ann@example.org"), user("b", "", ""), lead("l", "ann@example.org"))
        .forEach(workspace::add);
    assertThat(workspace.users()).isEqualTo(2);
    assertThat(workspace.withEmail("ann@example.org")).hasSize(2);
    assertThat(workspace.of(member("101"))).isPresent();
    assertThat(workspace.of(member("102"))).isEmpty();
  }
}
