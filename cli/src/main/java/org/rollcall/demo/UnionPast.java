package org.rollcall.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.rollcall.app.App;
import org.rollcall.app.Brake;
import org.rollcall.app.Ignores;
import org.rollcall.app.RunRequest;
import org.rollcall.app.Selection;
import org.rollcall.model.Starter;
import org.rollcall.model.Target;
import org.rollcall.model.Trigger;
import org.rollcall.model.Workspace;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.SettledAs;
import org.rollcall.run.RunStopped;

/// Makes the past of one union: a year that is invented, and the last nights, which are real runs.
///
/// @param app a program whose clock is the stage's
/// @param settings its settings, without a sync
record UnionPast(UnionStage stage, App app, Selection settings) {
  /// So many nights are real, so that what they did can be explained and taken back.
  private static final int REAL = 2;

  private static final Starter NIGHTLY = new Starter("rollcall", "cron-1", Trigger.SCHEDULE);
  private static final String SOMEBODY = "ops of office-1";
  private static final Duration WAITING = Duration.ofDays(60);

  /// @param nights when the union had its nights, the first first
  void make(List<Instant> nights) throws InterruptedException, SQLException {
    var invented = nights.subList(0, nights.size() - REAL);
    var real = nights.subList(nights.size() - REAL, nights.size());
    var members = stage.live(real.getFirst());
    app.remember(settings, new DemoYear(stage.union(), target(), members, invented).runs());
    for (int night = 0; night < REAL; night++) {
      stage.passTo(real.get(night));
      if (isPaused(night)) {
        pause();
      } else {
        run(night);
      }
    }
  }

  private Selection selection() {
    return settings.of(stage.union().sync());
  }

  private Target target() {
    var workspace = stage.union().workspace();
    return new Target(
        app.brake(selection()).roster(),
        new Workspace(workspace.id(), workspace.name(), workspace.region()));
  }

  private boolean isPaused(int night) {
    return stage.union() == DemoUnion.STAGEHANDS && night == REAL - 1;
  }

  private void pause() {
    var its = app.brake(selection());
    var _ =
        new Brake(its.sync(), its.roster(), its.known(), SOMEBODY, its.clock())
            .pull(Optional.empty(), "the roster is being moved to another project");
  }

  private void run(int night) throws InterruptedException {
    var request =
        new RunRequest.Everybody(
            OptionalInt.empty(), OptionalInt.empty(), RunRequest.Overrides.NONE);
    var run = app.start(selection(), request, NIGHTLY);
    var report = run.await();
    if (night == 0) {
      failed(report.run()).findFirst().ifPresent(this::ignore);
    }
  }

  private Stream<JournaledChange> failed(String run) {
    return app.remembered(settings, history -> history.changes(run)).stream()
        .filter(change -> change.endedAs(SettledAs.FAILED));
  }

  /// Somebody knows of it, and waits for the member.
  private void ignore(JournaledChange failed) {
    var its = app.ignores(selection());
    try {
      var _ =
          new Ignores(its.sync(), its.target(), its.known(), its.failures(), SOMEBODY, its.clock())
              .add(
                  failed.member(),
                  its.clock().instant().plus(WAITING),
                  "asked the member to write to us; the office lifts the block then");
    } catch (RunStopped over) {
      throw new IllegalStateException("The demo's clock is wrong.", over);
    }
  }
}
