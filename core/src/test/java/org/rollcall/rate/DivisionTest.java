package org.rollcall.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DivisionTest {
  @Test
  void who_wants_little_gets_it_and_the_others_share_the_rest() {
    assertThat(divided(166, Map.of("a", 20, "b", 166, "c", 166), 0))
        .isEqualTo(Map.of("a", 20, "b", 73, "c", 73));
  }

  @Test
  void one_alone_gets_all_that_it_wants() {
    assertThat(divided(166, Map.of("a", 166), 7)).isEqualTo(Map.of("a", 166));
  }

  @Test
  void calls_that_are_left_over_go_round() {
    var wants = Map.of("a", 2, "b", 2, "c", 2);
    for (var user : wants.keySet()) {
      assertThat(LongStream.range(0, 3).map(turn -> divided(1, wants, turn).getOrDefault(user, 0)))
          .containsOnlyOnce(1L);
    }
  }

  @RepeatedTest(200)
  void no_call_is_given_twice_or_kept_from_who_wants_it(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var wants = new TreeMap<String, Integer>();
    for (int user = random.nextInt(1, 12); user > 0; user--) {
      wants.put("user " + user, random.nextInt(200));
    }
    int calls = random.nextInt(1, 400);
    var parts = divided(calls, wants, random.nextLong(1_000_000));
    assertThat(parts).containsOnlyKeys(wants.keySet());
    assertThat(parts.values().stream().mapToInt(part -> part).sum())
        .isEqualTo(Math.min(calls, wants.values().stream().mapToInt(want -> want).sum()));
    parts.forEach((user, part) -> {
      int want = wants.getOrDefault(user, 0);
      assertThat(part).isBetween(0, want);
      if (part < want) {
        assertThat(parts.values())
            .as("nobody has much more than %s", user)
            .allMatch(other -> other <= part + 1);
      }
    });
  }

  private static Map<String, Integer> divided(int calls, Map<String, Integer> wants, long turn) {
    return Division.of(calls, new TreeMap<>(wants), turn);
  }
}
