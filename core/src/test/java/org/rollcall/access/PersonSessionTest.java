package org.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.access.PersonSession.Origin;

class PersonSessionTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void it_ends_after_two_hours_without_use_and_after_twelve_in_any_case() {
    assertThat(seen(EIGHT).isValid(EIGHT.plus(Duration.ofMinutes(119)))).isTrue();
    assertThat(seen(EIGHT).isValid(EIGHT.plus(Duration.ofHours(2)))).isFalse();
    var late = EIGHT.plus(Duration.ofHours(11));
    assertThat(seen(late).isValid(late.plus(Duration.ofMinutes(59)))).isTrue();
    assertThat(seen(late).isValid(EIGHT.plus(Duration.ofHours(12)))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void an_origin_is_found_by_its_word(Origin origin) {
    assertThat(Origin.of(origin.word())).contains(origin);
    assertThat(Origin.of("elsewhere")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "ann.b+c@example.org", "0", "a_-"})
  void a_name_is_of_small_letters(String name) {
    assertThat(PersonAccount.isName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ann", ".ann", "ann b", "ann\n", "änn", "<ann>"})
  void another_text_is_no_name(String text) {
    assertThat(PersonAccount.isName(text)).isFalse();
    assertThat(PersonAccount.isName("a".repeat(65))).isFalse();
  }

  private static PersonSession seen(Instant time) {
    return new PersonSession("ann", Origin.ACCOUNT, AccessRole.VIEWER, EIGHT, time);
  }
}
