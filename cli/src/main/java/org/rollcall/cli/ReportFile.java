package org.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
import org.rollcall.json.Json;
import org.rollcall.json.ReportJson;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.rollcall.run.Report;
import org.rollcall.run.RunStopped;

/// The machine-readable report on disk. A reader of the file sees the last whole report or this
/// one, never a part of one.
record ReportFile(Path path, Privacy privacy) {
  /// Where the report of one sync of several goes: `night.json` becomes `night-north.json`. A pipe
  /// or a device takes the reports of all.
  static Path named(Path path, SyncName sync) {
    if (StandardOutput.isNamed(path) || (Files.exists(path) && !Files.isRegularFile(path))) {
      return path;
    }
    var name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return path.resolveSibling(
        dot > 0 ? name.substring(0, dot) + "-" + sync + name.substring(dot) : name + "-" + sync);
  }

  /// Returns when a report can be written there, before there is one.
  ///
  /// @throws RunStopped when it cannot
  static void check(Optional<Path> path) {
    path.filter(file -> !StandardOutput.isNamed(file))
        .ifPresent(file -> {
          try {
            new OutputFile(file).check();
          } catch (IOException failure) {
            throw new RunStopped(
                RunStopped.Kind.SETTINGS,
                "The report cannot be written to %s: %s. Nothing was done; name another file with --report."
                    .formatted(file, FileFailure.words(failure)));
          }
        });
  }

  /// Writes `report`, replacing what was there.
  ///
  /// @return a sentence on why it could not be written; empty when it was
  Optional<String> write(Report report) {
    var json = new ReportJson(privacy).of(report);
    try {
      new OutputFile(path).write(out -> Json.write(json, out));
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(
          "The report could not be written to %s: %s. The run itself ended as said above."
              .formatted(path, FileFailure.words(failure)));
    }
  }
}
