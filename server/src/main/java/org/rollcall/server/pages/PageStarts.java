package org.rollcall.server.pages;

import io.javalin.http.HttpStatus;
import org.rollcall.app.RunRequest;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Trigger;
import org.rollcall.page.site.Text;
import org.rollcall.server.access.RefusedVisit;
import org.rollcall.server.api.BegunRuns;
import org.rollcall.server.runs.Begun;
import org.rollcall.server.runs.RunLauncher;

/// Begins runs for people, or says why they cannot begin now.
///
/// @param begun the runs that the history does not have yet
/// @param host the name of this machine
record PageStarts(RunLauncher launcher, BegunRuns begun, String host) {
  /// Begins a run and shows it.
  ///
  /// @throws RefusedVisit when it cannot begin now
  void begin(Visit visit, SyncName sync, RunRequest request) {
    var starter = new Starter(visit.caller().who(), host, Trigger.PAGE);
    switch (launcher.launch(sync, request, starter)) {
      case Begun.Started(var run) -> {
        var _ = begun.add(run, request.command(), starter);
        visit.go("/runs/" + run.id());
      }
      case Begun.Busy(var run) -> throw Visit.conflict("refused.running", run.id());
      case Begun.Full(var most) -> throw later("refused.full", most);
      case Begun.Closing() -> throw later("refused.closing");
    }
  }

  private static RefusedVisit later(String key, Object... values) {
    return new RefusedVisit(HttpStatus.SERVICE_UNAVAILABLE, Text.text(key, values));
  }
}
