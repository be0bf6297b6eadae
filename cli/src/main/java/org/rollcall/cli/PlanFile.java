package org.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.rollcall.app.SyncPlan;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
import org.rollcall.json.Json;
import org.rollcall.json.PlanDocument;
import org.rollcall.review.ReviewedPlan;
import org.rollcall.run.RunStopped;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A plan on disk, on its way from its maker to its reviewer. It names people, so only its owner
/// may read it.
final class PlanFile {
  private PlanFile() {}

  /// Writes `plan`.
  ///
  /// @throws RunStopped when it cannot be written
  static void write(Path path, SyncPlan made) {
    try {
      var document = PlanDocument.of(made);
      new OutputFile(path).write(out -> Json.write(document, out));
    } catch (IOException failed) {
      throw new RunStopped(
          RunStopped.Kind.FAILED,
          "The plan could not be written to %s: %s.".formatted(path, FileFailure.words(failed)));
    }
  }

  /// Returns when a plan can be written there, before there is one.
  ///
  /// @throws RunStopped when it cannot
  static void check(Path path) {
    try {
      new OutputFile(path).check();
    } catch (IOException failed) {
      throw wrong(
          "The plan cannot be written to %s: %s. Name another file with --out."
              .formatted(path, FileFailure.words(failed)));
    }
  }

  /// Reads a plan.
  ///
  /// @throws RunStopped when there is none, or another program wrote it
  static ReviewedPlan read(Path path) {
    try {
      return PlanDocument.read(JsonMapper.shared().readTree(Files.readString(path)))
          .orElseThrow(() ->
              wrong(path + " is not a plan that this version wrote; make a new one with --out."));
    } catch (NoSuchFileException _) {
      throw wrong("The plan %s cannot be read: there is no such file.".formatted(path));
    } catch (IOException failed) {
      throw wrong("The plan %s cannot be read: %s.".formatted(path, FileFailure.words(failed)));
    } catch (JacksonException _) {
      throw wrong(path + " is not a plan: it is not complete JSON.");
    }
  }

  private static RunStopped wrong(String sentence) {
    return new RunStopped(RunStopped.Kind.SETTINGS, sentence);
  }
}
