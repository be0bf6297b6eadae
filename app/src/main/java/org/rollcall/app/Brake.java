package org.rollcall.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.rollcall.model.Pause;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.run.KnownPause;
import org.rollcall.run.RunStopped;

/// Stops the runs of one sync from beginning. It needs no answer from Intercom, so that it works
/// also where that is what is broken.
///
/// @param known where the pause is kept
/// @param who asks, in words
public record Brake(
    SyncName sync, RosterName roster, KnownPause known, String who, InstantSource clock) {
  /// The same for somebody else who asks.
  public Brake askedBy(String other) {
    return new Brake(sync, roster, known, other, clock);
  }

  /// The pause in force; empty where there is none, or where it is over.
  public Optional<Pause> pause() {
    var now = clock.instant();
    return known.get().filter(pause -> pause.isOn(now));
  }

  /// Pauses the sync from now on. A pause that is in force is replaced.
  ///
  /// @param until when it ends by itself; empty for when somebody ends it
  /// @param why in the words of whoever asks; `""` for none
  /// @throws RunStopped when `until` is over
  public Pause pull(Optional<Instant> until, String why) {
    var pause = new Pause(clock.instant(), until, who, why);
    if (!pause.isOn(clock.instant())) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "A pause until %s would be over already. Nothing was paused."
              .formatted(until.orElseThrow()));
    }
    known.set(pause);
    return pause;
  }

  /// Ends the pause.
  ///
  /// @return the one that was in force; empty where there was none
  public Optional<Pause> release() {
    var ended = pause();
    known.end();
    return ended;
  }
}
