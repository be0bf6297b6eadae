package org.rollcall.server.runs;

import org.rollcall.app.RunHandle;
import org.rollcall.app.RunRequest;
import org.rollcall.model.Starter;

/// Sees to it that a run that somebody asked for begins anew if its process dies. For many threads.
@FunctionalInterface
public interface Takeover {
  /// From now on, and until the run is over, its end without a word is noticed.
  void prepare(RunHandle run, RunRequest request, Starter starter);
}
