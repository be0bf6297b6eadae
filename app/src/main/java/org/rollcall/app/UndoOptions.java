package org.rollcall.app;

import java.nio.file.Path;
import java.util.Optional;

/// What `undo` was told.
///
/// @param run the run to take back
/// @param member only what it did to this member; empty for everybody
/// @param force whether to apply even what the safeguard would refuse
public record UndoOptions(
    Optional<Path> config, String run, Optional<String> member, boolean force) {}
