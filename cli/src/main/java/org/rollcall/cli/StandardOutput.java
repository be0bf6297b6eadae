package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Set;

/// The names of standard output, where an option takes a file.
final class StandardOutput {
  private static final Set<String> NAMES =
      Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  private StandardOutput() {}

  static boolean isNamed(Path path) {
    return NAMES.contains(path.toString());
  }
}
