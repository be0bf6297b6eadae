package org.rollcall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
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
      throw stopped(
          "%s cannot be read: " + FileFailure.words(failure).replace("%", "%%") + ".",
          file,
          failure);
    }
  }

  /// Returns when a world can be written there, before there is one.
  static void check(Path file) {
    try {
      new OutputFile(file).check();
    } catch (IOException failure) {
      throw stopped(
          "%s cannot be written: " + FileFailure.words(failure).replace("%", "%%") + ".",
          file,
          failure);
    }
  }

  /// Writes the world down for another time.
  static void write(World world, Path file) {
    try {
      var text = WorldText.of(world).getBytes(StandardCharsets.UTF_8);
      new OutputFile(file).write(out -> out.write(text));
    } catch (IOException failure) {
      throw stopped(
          "%s cannot be written: " + FileFailure.words(failure).replace("%", "%%") + ".",
          file,
          failure);
    }
  }

  private static RunStopped stopped(String sentence, Path file, IOException failure) {
    return new RunStopped(RunStopped.Kind.SETTINGS, sentence.formatted(file), failure);
  }
}
