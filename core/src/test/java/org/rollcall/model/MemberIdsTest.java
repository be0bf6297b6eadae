package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class MemberIdsTest {
  @Test
  void it_is_a_set_like_any_other() {
    var ids = new MemberIds();
    var usual = new HashSet<MemberId>();
    for (int number = 0; number < 50_000; number++) {
      var id = new MemberId(number % 3 == 0 ? "é" + number : Integer.toString(number % 40_000));
      assertThat(ids.add(id)).isEqualTo(usual.add(id));
    }
    assertThat(ids).isEqualTo(usual).hasSameHashCodeAs(usual);
    assertThat(ids.contains(new MemberId("40001"))).isFalse();
    assertThat(new MemberIds()).isEmpty();
  }
}
