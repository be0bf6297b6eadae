package org.rollcall.app;

import java.util.List;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.run.EventEnvelope;

/// A run that is over and is written down afterwards.
///
/// @param command its name in the history
/// @param events what it told, in its order
public record EndedRun(SyncName sync, String command, Starter starter, List<EventEnvelope> events) {
  public EndedRun {
    events = List.copyOf(events);
  }
}
