package org.rollcall.review;

import java.util.List;

/// A run and what is asked of it.
public record ToldRun(JournaledRun run, List<JournaledChange> changes) {
  public ToldRun {
    changes = List.copyOf(changes);
  }
}
