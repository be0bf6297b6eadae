package org.rollcall.schedule;

import java.time.Instant;
import org.rollcall.model.Newest;
import org.rollcall.model.Pause;

/// Whether a run is due.
public sealed interface Due {
  /// A run is due.
  ///
  /// @param since when it first was. Later moments that passed since then are made up by the same
  ///   run
  record Now(Instant since, Reason reason) implements Due {}

  /// A run is due as soon as the roster is refreshed. Whoever asks looks there, and asks again with
  /// what was found.
  ///
  /// @param newest what tells when the roster was refreshed
  /// @param until when to ask again in any case
  record Watch(Newest newest, Instant until) implements Due {}

  /// Nothing is due before `at`.
  record Later(Instant at) implements Due {}

  /// Somebody has paused the sync. What falls into a pause is not made up.
  record Paused(Pause pause) implements Due {}

  /// Why a run is due.
  enum Reason {
    /// The time of a cron has come.
    TIME,
    /// The roster was refreshed.
    REFRESHED,
    /// The roster was not refreshed, as far as anybody knows, and the latest time has come.
    LATEST
  }
}
