package org.rollcall.server.api;

import java.util.Optional;
import org.rollcall.app.RunHandle;
import org.rollcall.app.RunRequest;
import org.rollcall.json.HistoryJson;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Trigger;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.review.Unended;
import org.rollcall.server.runs.Begun;
import org.rollcall.server.runs.RunLauncher;
import org.rollcall.server.runs.Takeover;

/// Begins a run for a caller, or says why it cannot begin now.
///
/// @param takeover told of each run that is begun
/// @param host the name of this machine
record RunStarts(RunLauncher launcher, Takeover takeover, BegunRuns begun, String host) {
  /// How soon to try again where too many runs go on.
  private static final int SOON_SECONDS = 30;

  /// Begins the run, which goes on by itself.
  ///
  /// @throws io.javalin.http.HttpResponseException when it cannot begin now
  OncePerKey.Done begin(Asked asked, SyncName sync, RunRequest request) {
    if (request instanceof RunRequest.Writing) {
      elsewhere(asked, sync)
          .ifPresent(run -> {
            throw goesOn(run.run(), sync);
          });
    }
    var starter = new Starter(asked.caller().who(), host, Trigger.API);
    return switch (launcher.launch(sync, request, starter)) {
      case Begun.Started(var run) -> started(run, request, starter);
      case Begun.Busy(var run) -> throw goesOn(run.id(), sync);
      case Begun.Full(var most) ->
          throw Refusal.later(
              "%d runs go on in this process, and it may have no more. Try again later."
                  .formatted(most),
              SOON_SECONDS);
      case Begun.Closing() ->
          throw Refusal.later("The service is about to end. Nothing was begun.", SOON_SECONDS);
    };
  }

  private OncePerKey.Done started(RunHandle run, RunRequest request, Starter starter) {
    var known = begun.add(run, command(request), starter);
    takeover.prepare(run, request, starter);
    return OncePerKey.Done.accepted("/api/v1/runs/" + run.id(), HistoryJson.node(known));
  }

  private static String command(RunRequest request) {
    return switch (request) {
      case RunRequest.Simulated _ -> "dry_run";
      case RunRequest.Writing writing -> writing.command();
    };
  }

  /// Where the sync is run by another process.
  private static Optional<JournaledRun> elsewhere(Asked asked, SyncName sync) {
    return asked
        .remembered(history -> history.runs(new RunFilter(Optional.of(sync), Optional.empty()), 1))
        .stream()
        .filter(run -> run.status().isEmpty() && run.unended() == Unended.RUNNING)
        .findFirst();
  }

  private static RuntimeException goesOn(String run, SyncName sync) {
    return Refusal.conflict(
        "Run %s of sync %s goes on. Wait for its end, or stop it.".formatted(run, sync));
  }
}
