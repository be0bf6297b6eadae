package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Result;
import org.rollcall.run.RunEvent;

class LiveProgressTest {
  private static final List<RunEvent> NIGHT =
      List.of(
          new RunEvent.RosterCounted(2000, 1000),
          new RunEvent.RosterPage(1, 1000),
          new RunEvent.RosterPage(2, 2000),
          new RunEvent.WorkspacePage(150, 1900),
          new RunEvent.WorkspacePage(1900, 1900),
          new RunEvent.Planned(Samples.plan()),
          new RunEvent.Applying(2000, 1));

  @Test
  void l1_a_terminal_shows_a_bar_for_each_phase() {
    var screen = new Captured(Terminal.Look.MONOCHROME);
    try (var progress = new LiveProgress(screen.terminal, true)) {
      NIGHT.forEach(progress);
      IntStream.rangeClosed(1, 2000).mapToObj(LiveProgressTest::settled).forEach(progress);
    }
    assertThat(screen.err())
        .contains("Reading roster", "2000/2000", "Reading Intercom", "1900/1900", "Applying");
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void a_phase_that_is_over_does_not_come_back() {
    var screen = new Captured(Terminal.Look.MONOCHROME);
    try (var progress = new LiveProgress(screen.terminal, true)) {
      progress.accept(new RunEvent.WorkspacePage(150, 300));
      progress.accept(new RunEvent.RosterCounted(2000, 1000));
      progress.accept(new RunEvent.WorkspacePage(300, 300));
    }
    assertThat(screen.err()).contains("300/300").doesNotContain("Reading roster");
  }

  @Test
  void a_second_run_begins_anew() {
    var screen = new Captured(Terminal.Look.MONOCHROME);
    try (var progress = new LiveProgress(screen.terminal, true)) {
      progress.accept(new RunEvent.WorkspacePage(300, 300));
      progress.accept(new RunEvent.Finished(Samples.succeeded()));
      progress.accept(new RunEvent.RosterCounted(2000, 1000));
    }
    assertThat(screen.err()).contains("Reading roster");
  }

  @Test
  void a_workspace_that_does_not_know_its_size_has_a_bar_without_end() {
    var screen = new Captured(Terminal.Look.MONOCHROME);
    try (var progress = new LiveProgress(screen.terminal, true)) {
      progress.accept(new RunEvent.WorkspacePage(150, -1));
    }
    assertThat(screen.err()).contains("Reading Intercom", "150");
  }

  @Test
  void a_file_shows_no_bar() {
    var screen = Captured.plain();
    var operations = new FakeOperations();
    operations.events = NIGHT;
    screen.run(operations, "sync");
    assertThat(screen.err()).doesNotContain("Reading roster", "\r");
  }

  private static RunEvent settled(int done) {
    return new RunEvent.Settled(Samples.outcome("10001", new Result.Unchanged()), done, 2000);
  }
}
