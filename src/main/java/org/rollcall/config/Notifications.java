package org.rollcall.config;

import java.util.List;
import java.util.Optional;

/// Who is told of runs.
///
/// @param told whom, each after the runs of their choice
/// @param heartbeat pinged at the start and at the end of each run; empty for nobody
public record Notifications(List<Notification> told, Optional<Secret> heartbeat) {
  public Notifications {
    told = List.copyOf(told);
  }
}
