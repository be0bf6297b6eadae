package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.member;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.OutputSchema;
import tools.jackson.databind.json.JsonMapper;

class IgnoreCommandTest {
  private final FakeOperations operations = new FakeOperations();
  private final Captured screen = Captured.plain();

  @Test
  void members_are_ignored_for_a_while_and_it_is_said_whether_they_fail() {
    assertThat(
            screen.run(operations, "ignore", "10006", "10007", "--until", "7d", "--why", "moving"))
        .isZero();
    assertThat(screen.out().lines())
        .containsExactly(
            "Member 10006 is ignored until 2026-11-30T08:00:00Z. Failed in the last run that tried them: Contact … belongs to member ….",
            "Member 10007 is ignored until 2026-11-30T08:00:00Z. Did not fail in the last run that tried them.");
    assertThat(operations.ignored).containsOnlyKeys(member("10006"), member("10007"));
    assertThat(operations.ignored.firstEntry().getValue().until())
        .isEqualTo(Samples.EIGHT.plus(Duration.ofDays(7)));
  }

  @Test
  void they_are_listed_and_removed() {
    screen.run(operations, "ignore", "--list");
    assertThat(screen.out()).contains("Nobody is ignored in sync default.");
    screen.run(operations, "ignore", "10006", "--until", "2026-12-01", "--why", "moving");
    screen.run(operations, "ignore", "--list");
    assertThat(screen.out())
        .contains(
            "10006  until 2026-12-01T00:00:00Z, since 2026-11-23T08:00:00Z, by ops of cron-1: moving");
    screen.run(operations, "ignore", "--remove", "10006");
    assertThat(screen.out()).contains("Member 10006 is ignored no longer.");
    screen.run(operations, "ignore", "--remove", "10006");
    assertThat(screen.out()).contains("Member 10006 was not ignored.");
  }

  @Test
  void programs_read_the_list() {
    screen.run(operations, "ignore", "10006", "--until", "2026-12-01", "--why", "moving", "--json");
    OutputSchema.of("ignored").assertDescribes(screen.out());
    var answer = JsonMapper.shared().readTree(screen.out());
    assertThat(answer.path("sync").asString()).isEqualTo("default");
    var one = answer.path("ignored").get(0);
    assertThat(one.path("member").asString()).isEqualTo("10006");
    assertThat(one.path("until").asString()).isEqualTo("2026-12-01T00:00:00Z");
    assertThat(one.path("cause").asString()).contains("belongs to member");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ignore",
        "ignore 10006",
        "ignore 10006 --until 7d",
        "ignore 10006 --why moving",
        "ignore --list 10006",
        "ignore --remove",
        "ignore 10006 --until 2026-11-01 --why moving"
      })
  void half_a_wish_is_wrong_usage(String line) {
    assertThat(screen.run(operations, line.split(" "))).isEqualTo(2);
    assertThat(operations.ignored).isEmpty();
  }
}
