package org.rollcall.run;

import java.util.Optional;
import org.rollcall.model.Workspace;

/// The workspace that a sync was last written to. Losing it loses a safeguard, never correctness.
public interface LastWorkspace {
  /// The workspace; empty where no run is known to have written.
  Optional<Workspace> get();

  /// A run has written to this workspace.
  void remember(Workspace workspace);

  /// None, and nothing is kept.
  static LastWorkspace none() {
    return new LastWorkspace() {
      @Override
      public Optional<Workspace> get() {
        return Optional.empty();
      }

      @Override
      public void remember(Workspace workspace) {}
    };
  }
}
