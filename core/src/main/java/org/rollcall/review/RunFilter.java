package org.rollcall.review;

import java.util.Optional;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;

/// Which runs somebody asks for.
///
/// @param sync runs of this sync alone; empty for all
/// @param workspace runs into this workspace alone, by its id or, in whatever case, by its name;
///   empty for all, also those of which the workspace is not known
public record RunFilter(Optional<SyncName> sync, Optional<String> workspace) {
  /// Every run.
  public static final RunFilter ALL = new RunFilter(Optional.empty(), Optional.empty());

  /// Whether the run is asked for.
  public boolean includes(JournaledRun run) {
    return sync.map(run.sync()::equals).orElse(true)
        && (workspace.isEmpty()
            || run.target().map(Target::workspace).filter(this::isIt).isPresent());
  }

  /// Whether runs into this workspace are asked for.
  public boolean includes(Workspace candidate) {
    return workspace.isEmpty() || isIt(candidate);
  }

  private boolean isIt(Workspace candidate) {
    return workspace
        .filter(asked -> asked.equals(candidate.id()) || asked.equalsIgnoreCase(candidate.name()))
        .isPresent();
  }
}
