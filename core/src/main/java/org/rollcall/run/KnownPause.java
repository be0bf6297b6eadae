package org.rollcall.run;

import java.util.Optional;
import org.rollcall.model.Pause;

/// The pause of one sync, which outlives the program that asked for it. It is found by the sync,
/// its roster and the address of Intercom, so that nobody has to be called for it.
public interface KnownPause {
  /// The pause that was asked for last, also one that is over by now; empty where there is none.
  Optional<Pause> get();

  /// Pauses the sync, or pauses it anew.
  void set(Pause pause);

  /// Ends the pause, if there is one.
  void end();

  /// Where nobody pauses anything: a world that lives no longer than the program.
  static KnownPause none() {
    return new KnownPause() {
      @Override
      public Optional<Pause> get() {
        return Optional.empty();
      }

      @Override
      public void set(Pause pause) {}

      @Override
      public void end() {}
    };
  }
}
