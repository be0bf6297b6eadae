package org.rollcall.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// What the command line says of a sync; what it leaves out is the settings' to say.
///
/// @param config the settings file; empty for the usual one
/// @param limit only the first this many members; at least 1
/// @param batchSize members applied between two looks at the world; at least 1
/// @param force apply even what the safeguard would refuse
public record SyncOptions(
    Optional<Path> config, OptionalInt limit, OptionalInt batchSize, boolean force) {}
