package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InvisibleTest {
  @Test
  void text_that_is_seen_stays_the_same() {
    for (var text : new String[] {"", "ann@example.org", "é\u00ac\u00ae", "😀", "\uD83D"}) {
      assertThat(Invisible.without(text)).isEqualTo(text);
    }
  }

  @Test
  void only_what_is_usually_hidden_is_ignorable() {
    assertThat(Invisible.isIgnorable(0x600)).isFalse();
    assertThat(Invisible.is(0x600)).isTrue();
    for (int edge : new int[] {0xAD, 0x115F, 0x1160, 0xFFF0, 0xFFF8, 0xE0000, 0xE0FFF}) {
      assertThat(Invisible.isIgnorable(edge)).as("%x", edge).isTrue();
    }
    for (int edge : new int[] {0xAC, 0xAE, 0x115E, 0x1161, 0xFFF9, 0xDFFFF, 0xE1000}) {
      assertThat(Invisible.isIgnorable(edge)).as("%x", edge).isFalse();
    }
  }

  @Test
  void a_member_number_is_what_is_seen_of_it() {
    assertThat(new MemberId("\u202a100\u200e \u202c")).isEqualTo(new MemberId("100"));
    assertThat(new MemberId("\u00a0100\u2007\u202f")).isEqualTo(new MemberId("100"));
    for (var nothing : new String[] {"\u200e", "\u00a0", "\u3164\u115f", "\u2800", "\u0007"}) {
      assertThatThrownBy(() -> new MemberId(nothing)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_address_is_looked_up_by_what_is_seen_and_corrected_where_it_differs() {
    var clean = new Value.Email("Ann@example.org");
    var marked = new Value.Email("\u202aann@example.org\u202c");

    assertThat(marked.key()).isEqualTo(clean.key()).isEqualTo("ann@example.org");
    assertThat(marked).isNotEqualTo(clean);
    assertThat(clean).isEqualTo(new Value.Email("ann@EXAMPLE.org"));
    assertThat(clean).hasSameHashCodeAs(new Value.Email("ann@EXAMPLE.org"));
  }
}
