package org.rollcall.cli;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.run.RunEvent;

/// A bar on the terminal for each phase of a run: the roster, the workspace, the members.
final class LiveProgress implements Consumer<RunEvent>, AutoCloseable {
  /// In the order of a run; a phase that is over does not come back.
  private enum Phase {
    ROSTER("Reading roster  ", "members"),
    WORKSPACE("Reading Intercom", "contacts"),
    MEMBERS("Applying        ", "members");

    private final String title;
    private final String unit;

    Phase(String title, String unit) {
      this.title = title;
      this.unit = unit;
    }
  }

  private final Terminal terminal;
  private final boolean stays;
  private @Nullable Phase phase;
  private @Nullable ProgressBar bar;

  /// @param stays whether a bar stays on the screen when its work is done
  LiveProgress(Terminal terminal, boolean stays) {
    this.terminal = terminal;
    this.stays = stays;
  }

  @Override
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.RosterCounted(var total, _) -> show(Phase.ROSTER, 0, total);
      case RunEvent.RosterPage(_, var soFar) -> move(Phase.ROSTER, soFar);
      case RunEvent.WorkspacePage(var soFar, var total) -> show(Phase.WORKSPACE, soFar, total);
      case RunEvent.BulkHanded(var handed, var total) -> show(Phase.MEMBERS, handed, total);
      case RunEvent.Applying(var members, _) -> show(Phase.MEMBERS, 0, members);
      case RunEvent.Settled(_, var done, var total) -> show(Phase.MEMBERS, done, total);
      case RunEvent.Planned _ -> close();
      case RunEvent.Finished _ -> {
        close();
        phase = null;
      }
      case RunEvent.ListedAnew _,
          RunEvent.Started _,
          RunEvent.StoreFound _,
          RunEvent.Missed _,
          RunEvent.RosterRead _,
          RunEvent.RosterRetry _,
          RunEvent.Noticed _,
          RunEvent.Admitted _,
          RunEvent.Intended _,
          RunEvent.Done _,
          RunEvent.Warned _,
          RunEvent.Recalled _,
          RunEvent.Duplicate _,
          RunEvent.RateWait _,
          RunEvent.BulkWait _,
          RunEvent.GatewayRetry _ -> {}
    }
  }

  /// Leaves the last bar as it is, or clears it if bars do not stay.
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private void show(Phase next, long done, long total) {
    if (phase == null || next.compareTo(phase) > 0) {
      close();
      phase = next;
      bar = start(next, total);
    }
    move(next, done);
  }

  private void move(Phase at, long done) {
    if (bar != null && at == phase) {
      bar.moveTo(done);
    }
  }

  private ProgressBar start(Phase begun, long total) {
    return new ProgressBar(
            terminal.err().bytes(), terminal.width(), stays, begun.title, begun.unit, total)
        .start();
  }
}
