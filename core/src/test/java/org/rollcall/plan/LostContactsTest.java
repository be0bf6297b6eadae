package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Thresholds;

class LostContactsTest {
  private static final LostContacts LOST = new LostContacts(Thresholds.DEFAULT);

  @Test
  void a_list_that_is_as_long_as_before_passes() {
    assertThat(LOST.objection(counts(0, 950, 50), 1_000, past(1_000, 950))).isEmpty();
    assertThat(LOST.objection(counts(200, 760, 40), 800, past(1_000, 950))).isEmpty();
    assertThat(LOST.objection(counts(1_000, 0, 0), 0, Past.UNKNOWN)).isEmpty();
  }

  @Test
  void a_list_that_lost_more_than_a_fifth_of_its_users_is_refused() {
    assertThat(LOST.objection(counts(201, 799, 0), 799, past(1_000, 1_000)))
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .startsWith(
                    "Intercom lists 799 users, compared with 1000 after the best of the last good runs; safeguard.shrink (20 %) allows 200 to be missing.")
                .contains("another workspace"));
    assertThat(LOST.objection(counts(80, 0, 0), 0, past(80, 80))).isPresent();
  }

  @Test
  void members_who_are_not_found_although_they_were_are_noticed_in_a_list_of_others() {
    assertThat(LOST.objection(counts(900, 100, 0), 5_000, past(5_000, 1_000)))
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .startsWith("Only 100 members have a contact in Intercom, compared with 1000"));
  }

  @Test
  void members_who_are_skipped_or_have_left_the_roster_are_not_lost() {
    assertThat(LOST.objection(counts(1, 699, 300), 5_000, past(5_000, 1_000))).isEmpty();
    assertThat(LOST.objection(counts(0, 100, 0), 5_000, past(5_000, 1_000))).isEmpty();
  }

  private static Counts counts(int create, int unchanged, int skip) {
    return new Counts(create, 0, unchanged, skip, 0, 0);
  }

  private static Past past(int users, int found) {
    return new Past(
        OptionalInt.empty(), 0, Map.of(), Map.of(Whole.USERS, users, Whole.FOUND, found));
  }
}
