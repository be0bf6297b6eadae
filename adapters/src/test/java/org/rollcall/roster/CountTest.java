package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rollcall.run.RunStopped;
import org.rollcall.support.SampleQuery;

class CountTest {
  private final Count all = new Count(SampleQuery.in("public"), OptionalInt.empty());
  private final Count five = new Count(SampleQuery.in("public"), OptionalInt.of(5));

  @Test
  void what_was_read_lies_between_the_counts_before_and_after() {
    for (var read : new long[] {100, 101, 102, 103}) {
      assertThatCode(() -> all.check(read, 100, 103)).doesNotThrowAnyException();
      assertThatCode(() -> all.check(read, 103, 100)).doesNotThrowAnyException();
    }
  }

  @Test
  void anything_else_stops_the_run_and_names_the_three_figures() {
    assertThatThrownBy(() -> all.check(99, 100, 103))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("99 members were read")
        .hasMessageContaining("100 when reading began")
        .hasMessageContaining("103 when it ended");
    assertThatThrownBy(() -> all.check(104, 100, 103)).isInstanceOf(RunStopped.class);
  }

  @Test
  void a_limit_bounds_what_is_wanted() {
    assertThat(five.wanted(3)).isEqualTo(3);
    assertThat(five.wanted(7)).isEqualTo(5);
    assertThat(all.wanted(7)).isEqualTo(7);
    assertThatThrownBy(() -> five.check(4, 100, 100)).isInstanceOf(RunStopped.class);
  }
}
