package org.rollcall.cli;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Plan;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// What the demo shows once its world has started: the plan's counts, the sync, and a second plan.
record DemoNight(Terminal terminal, Ending ending) {
  static DemoNight on(Terminal terminal, Privacy privacy) {
    return new DemoNight(terminal, new Ending(terminal, privacy, Optional.empty(), false));
  }

  /// Runs the night and prints it. A sync that converged and still left something to plan is a
  /// mistake, so the demo then exits as a failure.
  ExitCode show(Demo demo, Consumer<RunEvent> events, StopSignal signal)
      throws InterruptedException {
    var report =
        new ForegroundRun(signal, events.andThen(this::counts), Optional.empty())
            .await(demo.start());
    var code = ending.of(report);
    if (report.status() == Report.Status.INTERRUPTED || signal.getAsBoolean()) {
      return ExitCode.INTERRUPTED;
    }
    say("");
    say("Planning again:");
    var again = demo.plan(events);
    counts(again);
    return code == ExitCode.CONVERGED && !again.isEmpty() ? ExitCode.FAILED : code;
  }

  private void counts(RunEvent event) {
    if (event instanceof RunEvent.Planned(var plan)) {
      counts(plan);
      say("");
    }
  }

  private void counts(Plan plan) {
    PlanView.counts(plan.counts(), PlanPurpose.SYNC).forEach(terminal.out()::println);
  }

  private void say(String line) {
    terminal.out().println(line);
  }
}
