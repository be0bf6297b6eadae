package org.rollcall.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.rollcall.run.Report;

/// The machine-readable report on disk: whoever reads the file sees the last whole report or this
/// one, never half of one.
record ReportFile(Path path, Privacy privacy) {
  /// Writes `report`, replacing what was there.
  ///
  /// @return a sentence on why it could not be written; empty when it was
  Optional<String> write(Report report) {
    var text = Json.text(new ReportJson(privacy).of(report)) + "\n";
    try {
      put(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(
          "The report could not be written to %s: %s. The run itself ended as said above."
              .formatted(path, Faults.words(failure)));
    }
  }

  /// A pipe or a device is written to as it is; a file is made whole beside its place first.
  private void put(byte[] bytes) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      store(path, bytes);
      return;
    }
    var place = path.toAbsolutePath();
    var draft =
        place.resolveSibling("." + place.getFileName() + "." + ProcessHandle.current().pid());
    try {
      store(draft, bytes);
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Not a channel: an interrupted thread must still be able to say what happened.
  private static void store(Path file, byte[] bytes) throws IOException {
    try (var stream = new FileOutputStream(file.toFile())) {
      stream.write(bytes);
      if (Files.isRegularFile(file)) {
        stream.getFD().sync();
      }
    }
  }
}
