package org.rollcall.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// What the command line says of a plan; what it leaves out is the settings' to say.
///
/// @param config the settings file; empty for the usual one
/// @param limit only the first this many members; at least 1
public record PlanOptions(Optional<Path> config, OptionalInt limit) {}
