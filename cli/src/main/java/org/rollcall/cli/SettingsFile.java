package org.rollcall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
import org.rollcall.run.RunStopped;

/// A settings file that is written for a person to edit. It holds no secret and names nobody, so
/// others may read it.
///
/// @param path as the person named it
/// @param force whether a file that is there is overwritten
/// @param taken what to say where there is a file already; its `%s` is the name
record SettingsFile(Path path, boolean force, String taken) {
  /// Returns when the file can be written, as far as that is known before what it holds is.
  ///
  /// @throws RunStopped otherwise, with the reason
  void check() {
    if (!force && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(new FileAlreadyExistsException(path.toString()));
    }
    try {
      new OutputFile(path).check();
    } catch (IOException failure) {
      throw unwritten(failure);
    }
  }

  /// Writes the file, whole or not at all.
  ///
  /// @throws RunStopped where that is not possible, with the reason
  void write(String settings) {
    var bytes = settings.getBytes(StandardCharsets.UTF_8);
    try {
      if (force) {
        new OutputFile(path).writeForAll(out -> out.write(bytes));
      } else {
        new OutputFile(path).create(out -> out.write(bytes));
      }
    } catch (FileAlreadyExistsException failure) {
      throw refused(failure);
    } catch (IOException failure) {
      throw unwritten(failure);
    }
  }

  private RunStopped refused(IOException failure) {
    return stopped(taken.formatted(path), failure);
  }

  private RunStopped unwritten(IOException failure) {
    return stopped(
        "%s cannot be written: %s.".formatted(path, FileFailure.words(failure)), failure);
  }

  private static RunStopped stopped(String sentence, IOException failure) {
    return new RunStopped(RunStopped.Kind.SETTINGS, sentence, failure);
  }
}
