package org.rollcall.page.site;

import java.time.Instant;
import java.util.List;

/// How the service is set up: when each sync runs, and where the rest is.
///
/// @param times when each sync runs next
/// @param store where everything is kept, without any secret
public record SetupView(List<Times> times, String store) implements View {
  /// The next runs of a sync.
  ///
  /// @param schedule what the settings say; `""` for no schedule
  /// @param pause why it is paused; `""` where it is not
  public record Times(String sync, String schedule, List<Instant> next, String pause) {
    public Times {
      next = List.copyOf(next);
    }
  }

  public SetupView {
    times = List.copyOf(times);
  }

  @Override
  public String template() {
    return "setup";
  }
}
