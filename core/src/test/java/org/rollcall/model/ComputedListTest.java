package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ComputedListTest {
  @Test
  void some_of_a_list_are_made_when_they_are_asked_for() {
    var asked = new ArrayList<Integer>();
    var squares =
        new ComputedList<>(
            6,
            index -> {
              asked.add(index);
              return index * index;
            });
    var even = ComputedList.where(squares, square -> square % 2 == 0);
    assertThat(asked).containsExactly(0, 1, 2, 3, 4, 5);
    asked.clear();
    assertThat(even).hasSize(3);
    assertThat(asked).isEmpty();
    assertThat(even.get(2)).isEqualTo(16);
    assertThat(asked).containsExactly(4);
  }
}
