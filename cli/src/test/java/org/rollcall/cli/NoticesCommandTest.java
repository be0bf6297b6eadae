package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.OutputSchema;
import org.rollcall.support.Golden;
import tools.jackson.databind.json.JsonMapper;

class NoticesCommandTest {
  private final FakeOperations operations = new FakeOperations();
  private final Captured screen = Captured.plain();

  @BeforeEach
  void three_nights() {
    operations.history = new RememberedRuns();
  }

  @Test
  void those_of_one_gist_stand_together() {
    assertThat(screen.run(operations, "notices")).isZero();
    Golden.assertMatches("notices.txt", screen.out().lines().toList());
  }

  @Test
  void one_member_may_be_asked_for() {
    assertThat(screen.run(operations, "notices", "run-3", "--member", "10012")).isZero();
    assertThat(screen.out()).contains("home@example.org").doesNotContain("phone");
  }

  @Test
  void a_program_gets_all_of_it_and_people_masked_on_request() {
    assertThat(screen.run(operations, "notices", "--json", "--privacy=mask")).isZero();
    OutputSchema.of("notices").assertDescribes(screen.out());
    var answer = JsonMapper.shared().readTree(screen.out());
    assertThat(answer.path("run").asString()).isEqualTo("run-3");
    assertThat(answer.path("notices")).hasSize(3);
    var shared = answer.path("notices").get(2);
    assertThat(shared.path("kind").asString()).isEqualTo("shared_email");
    assertThat(shared.path("members")).hasSize(2);
    assertThat(shared.path("text").asString()).contains("h***@example.org").doesNotContain("home@");
  }

  @Test
  void a_run_that_nobody_knows_is_named() {
    assertThat(screen.run(operations, "notices", "run-9")).isOne();
    assertThat(screen.err()).contains("No run is called run-9.");
  }
}
