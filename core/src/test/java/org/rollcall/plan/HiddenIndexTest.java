package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.hidden;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.MemberId;

class HiddenIndexTest {
  private static final MemberId ANN = new MemberId("101");

  @Test
  void a_contact_is_found_by_its_number_and_not_by_its_email() {
    var archived = hidden("a", "101", "archived");
    var index = HiddenIndex.of(List.of(archived, hidden("b", "", "archived")));

    assertThat(index.of(ANN)).contains(archived);
    assertThat(index.of(new MemberId("102"))).isEmpty();
    assertThat(HiddenIndex.NONE.of(ANN)).isEmpty();
  }

  @Test
  void what_nobody_sees_of_a_number_is_ignored() {
    var archived = hidden("a", "101\u200e ", "archived");

    assertThat(HiddenIndex.of(List.of(archived)).of(ANN)).contains(archived);
  }

  @Test
  void blocked_contacts_are_found_too_whatever_the_letter_case() {
    var blocked = hidden("a", "101", "Blocked");

    assertThat(HiddenIndex.of(List.of(blocked)).of(ANN)).contains(blocked);
    assertThat(blocked.status()).isEqualTo(new HiddenStatus.Blocked());
  }

  @Test
  void where_several_carry_a_number_none_is_taken() {
    var index =
        HiddenIndex.of(
            List.of(
                hidden("a", "101", "archived"),
                hidden("b", "101", "blocked"),
                hidden("c", "101", "archived")));

    assertThat(index.of(ANN)).isEmpty();
  }

  @Test
  void what_is_merged_or_deleted_is_neither_taken_nor_in_the_way() {
    var archived = hidden("a", "101", "archived");
    var index = HiddenIndex.of(List.of(hidden("m", "101", "merged"), archived));

    assertThat(index.of(ANN)).contains(archived);
    assertThat(HiddenIndex.of(List.of(hidden("d", "101", "deleted"))).of(ANN)).isEmpty();
  }

  @Test
  void words_that_are_not_known_are_told_once_each() {
    assertThat(HiddenIndex.of(List.of(hidden("a", "101", "archived"))).others()).isEmpty();
    assertThat(
            HiddenIndex.of(
                    List.of(
                        hidden("a", "101", "suspended"),
                        hidden("b", "102", "suspended"),
                        hidden("c", "103", "")))
                .others())
        .contains(
            "Intercom lists contacts with members' numbers (3) that are neither archived nor blocked, but without a status, “suspended”. What they are shows when the members are written.");
  }
}
