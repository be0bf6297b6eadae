package org.rollcall.server.schedule;

import java.util.Optional;
import org.rollcall.app.RunRequest;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;

/// A run that somebody asked for, as it may be begun anew.
///
/// @param starter who asked
/// @param attempt how often it has begun, from 1
record AskedRun(SyncName sync, RunRequest.Writing request, Starter starter, int attempt) {
  /// A request after which so many processes died is not tried again: it may be what kills them.
  private static final int ATTEMPTS = 3;

  /// Empty for what is not begun anew: a choice from a plan is made by a person who has seen it.
  static Optional<AskedRun> of(SyncName sync, RunRequest request, Starter starter) {
    return switch (request) {
      case RunRequest.Everybody everybody -> Optional.of(new AskedRun(sync, everybody, starter, 1));
      case RunRequest.Undo undo -> Optional.of(new AskedRun(sync, undo, starter, 1));
      case RunRequest.Chosen _, RunRequest.Simulated _ -> Optional.empty();
    };
  }

  boolean isLastAttempt() {
    return attempt >= ATTEMPTS;
  }

  AskedRun again() {
    return new AskedRun(sync, request, starter, attempt + 1);
  }
}
