package org.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.run.RunStopped;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.sandbox.WorldFile;
import org.rollcall.sandbox.WorldMistake;
import org.rollcall.sandbox.WorldText;

/// Opens and writes the sandbox's worlds, and says why where that fails.
final class SandboxWorlds {
  private static final List<String> BUILT_IN_ATTRIBUTES =
      List.of("member_type", "region", "facility", "positions");

  private SandboxWorlds() {}

  /// The world in `file`. Without a file, an empty world with the attributes of the built-in
  /// profile, which `token` opens.
  static WorldFile open(@Nullable Path file, String token) {
    return file == null
        ? WorldFile.of(World.withAttributes(SandboxWorkspace.sandbox(token), BUILT_IN_ATTRIBUTES))
        : read(file);
  }

  private static WorldFile read(Path file) {
    try {
      return WorldFile.read(file);
    } catch (WorldMistake mistake) {
      throw new RunStopped(RunStopped.Kind.SETTINGS, String.valueOf(mistake.getMessage()), mistake);
    } catch (NoSuchFileException failure) {
      throw stopped("There is no file %s: name one that --world can read.", file, failure);
    } catch (IOException failure) {
      throw stopped("%s cannot be read: " + Faults.words(failure) + ".", file, failure);
    }
  }

  /// Writes the world down for another time.
  static void write(World world, Path file) {
    try {
      Files.writeString(file, WorldText.of(world));
    } catch (IOException failure) {
      throw stopped("%s cannot be written: " + Faults.words(failure) + ".", file, failure);
    }
  }

  private static RunStopped stopped(String sentence, Path file, IOException failure) {
    return new RunStopped(RunStopped.Kind.SETTINGS, sentence.formatted(file), failure);
  }
}
