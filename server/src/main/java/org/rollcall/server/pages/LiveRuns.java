package org.rollcall.server.pages;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rollcall.page.site.LiveProgress;
import org.rollcall.server.runs.CurrentRuns;

/// The runs that somebody looks at, one [LiveRun] for each. For many threads.
///
/// Remembers the latest few, which cost nothing once they are over.
final class LiveRuns {
  private static final int REMEMBERED = 64;

  private final CurrentRuns runs;
  private final InstantSource clock;
  private final Map<String, LiveRun> live =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LiveRun> eldest) {
          return size() > REMEMBERED;
        }
      };

  LiveRuns(CurrentRuns runs, InstantSource clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /// A run that goes on in this process, or ended a while ago; empty for any other.
  synchronized Optional<LiveRun> find(String id) {
    return runs.find(id)
        .map(run ->
            live.computeIfAbsent(id, _ -> new LiveRun(run, LiveProgress.none(clock.instant()))));
  }
}
