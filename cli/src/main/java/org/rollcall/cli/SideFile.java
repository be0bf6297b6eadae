package org.rollcall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
import org.rollcall.model.Privacy;
import org.rollcall.run.RunStopped;

/// A file that somebody asked for beside what is printed.
///
/// @param what it is, such as `page`
/// @param option how it was asked for, such as `--html`
record SideFile(String what, String option, Path path) {
  /// Returns when it can be written, before there is anything to write.
  ///
  /// @throws RunStopped when it cannot
  void check() {
    try {
      new OutputFile(path).check();
    } catch (IOException failed) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "The %s cannot be written to %s: %s. Nothing was done; name another file with %s."
              .formatted(what, path, FileFailure.words(failed), option));
    }
  }

  /// Replaces what was there, whole or not at all. Other users may read it where people are masked.
  ///
  /// @return a sentence on why it could not be written; empty when it was
  Optional<String> write(Privacy privacy, OutputFile.Content content) {
    var output = new OutputFile(path);
    try {
      switch (privacy) {
        case SHOW -> output.write(content);
        case MASK -> output.writeForAll(content);
      }
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(
          "The %s could not be written to %s: %s."
              .formatted(what, path, FileFailure.words(failed)));
    }
  }
}
