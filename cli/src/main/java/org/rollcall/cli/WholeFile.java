package org.rollcall.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that is written whole or not at all. A reader sees all of the old content or all of the
/// new content.
record WholeFile(Path path) {
  /// Replaces what was there. A pipe or a device is written to as it is.
  void put(Writing text) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      store(path, text);
      return;
    }
    replace(text, _ -> {});
  }

  /// The same, and only its owner can read it.
  void putPrivately(Writing text) throws IOException {
    replace(
        text,
        draft -> {
          Files.deleteIfExists(draft);
          if (Files.getFileStore(draft.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
          }
        });
  }

  private void replace(Writing text, Preparation preparation) throws IOException {
    var place = path.toAbsolutePath();
    var draft =
        place.resolveSibling("." + place.getFileName() + "." + ProcessHandle.current().pid());
    try {
      preparation.prepare(draft);
      store(draft, text);
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Not a channel, because an interrupted thread must still be able to write its report.
  private static void store(Path file, Writing text) throws IOException {
    try (var stream = new FileOutputStream(file.toFile());
        var buffered = new BufferedOutputStream(stream)) {
      text.to(buffered);
      buffered.flush();
      if (Files.isRegularFile(file)) {
        stream.getFD().sync();
      }
    }
  }

  /// What the file is to hold.
  @FunctionalInterface
  interface Writing {
    void to(OutputStream file) throws IOException;
  }

  @FunctionalInterface
  private interface Preparation {
    void prepare(Path draft) throws IOException;
  }
}
