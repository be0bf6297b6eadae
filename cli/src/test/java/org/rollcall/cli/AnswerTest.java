package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.apply.Result;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Notice;
import org.rollcall.run.Basis;
import org.rollcall.run.RunEvent;

/// A question is answered, and nothing is told that nobody asked.
class AnswerTest {
  private final FakeOperations operations = new FakeOperations();

  @BeforeEach
  void both_sides_are_read_for_it() {
    operations.events =
        List.of(
            new RunEvent.Started("run-1", Basis.INTERCOM),
            new RunEvent.RosterCounted(3, 1000),
            new RunEvent.RosterPage(1, 3),
            new RunEvent.Noticed(new Notice.Mapping(new MemberId("20001"), "phone is odd.")),
            new RunEvent.Settled(
                Samples.outcome("20002", new Result.Skipped("There is no e-mail.")), 1, 3),
            new RunEvent.Warned("The history cannot be read."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain 10001", "undo run-1"})
  void no_line_is_of_anybody_else(String command) {
    var screen = Captured.plain();
    screen.run(operations, command.split(" "));
    assertThat(screen.err().lines())
        .singleElement()
        .asString()
        .endsWith("WARN  The history cannot be read.");
    assertThat(screen.out()).isNotEmpty().doesNotContain("20001", "20002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain 10001", "undo run-1"})
  void no_bar_stays_on_a_terminal(String command) {
    var screen = new Captured(Terminal.Look.MONOCHROME);
    screen.run(operations, command.split(" "));
    var last = screen.err().substring(0, screen.err().indexOf("The history"));
    assertThat(last).contains("Reading roster");
    assertThat(last.substring(last.lastIndexOf("Reading roster"))).contains("\r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain 10001", "undo run-1"})
  void all_of_it_is_there_for_whoever_asks(String command) {
    var screen = Captured.plain();
    screen.run(operations, (command + " --verbose").split(" "));
    assertThat(screen.err()).contains("Run run-1 started", "20001", "20002");
  }
}
