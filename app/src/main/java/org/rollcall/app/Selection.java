package org.rollcall.app;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.model.SyncName;

/// Which settings a command uses, and which of their syncs.
///
/// @param config the settings file; empty for `rollcall.yaml` where there is one, else the built-in
///   settings
/// @param environmentFile a file of variables; empty for `.env` beside the settings file, where
///   there is one
/// @param sync empty where there is only one
public record Selection(
    Optional<Path> config, Optional<Path> environmentFile, Optional<SyncName> sync) {
  /// The selection of a command without options.
  public static final Selection USUAL =
      new Selection(Optional.empty(), Optional.empty(), Optional.empty());

  /// The same, about this sync.
  public Selection of(SyncName name) {
    return new Selection(config, environmentFile, Optional.of(name));
  }
}
