package org.rollcall.app;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.model.SyncName;

/// Which settings a command goes by, and which of their syncs it is about.
///
/// @param config the settings file; empty for `rollcall.yaml` where there is one, else the built-in
///   settings
/// @param environmentFile a file of variables; empty for `.env` beside the settings file, where
///   there is one
/// @param sync empty for the only one there is
public record Selection(
    Optional<Path> config, Optional<Path> environmentFile, Optional<SyncName> sync) {
  /// What a command that was told nothing goes by.
  public static final Selection USUAL =
      new Selection(Optional.empty(), Optional.empty(), Optional.empty());

  /// The same, about this sync.
  public Selection of(SyncName name) {
    return new Selection(config, environmentFile, Optional.of(name));
  }
}
