package loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/// Folders as wholes.
final class Folders {
  private Folders() {}

  /// All files below `folder`; none where it does not exist.
  static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// Moves all files below `from` to the same places below `to`, over what is there.
  static void move(Path from, Path to) throws IOException {
    for (var file : files(from)) {
      move(file, from, to);
    }
  }

  /// Moves one file below `from` to the same place below `to`.
  static void move(Path file, Path from, Path to) throws IOException {
    var target = to.resolve(from.relativize(file));
    Files.createDirectories(target.getParent());
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Deletes `folder` and everything in it.
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
