package org.rollcall.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.run.LastGoodRun;

/// Remembers the last good run in a small file: one number.
///
/// A file that cannot be read counts as no memory, and one that cannot be written is told and
/// nothing more: the run's own work is done and true all the same.
public final class LastGoodRunFile implements LastGoodRun {
  private final Path file;
  private final Consumer<String> trouble;

  /// @param file where the number is kept; its folder is made when needed
  /// @param trouble told, as a sentence, when the file cannot be written
  public LastGoodRunFile(Path file, Consumer<String> trouble) {
    this.file = file;
    this.trouble = trouble;
  }

  @Override
  public OptionalInt members() {
    try {
      return OptionalInt.of(Integer.parseInt(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  @Override
  public void remember(int members) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, (members + "\n").getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      trouble.accept(
          "The number of members could not be kept in %s (%s); the next run cannot tell whether the roster has shrunk."
              .formatted(file, unwritable.getClass().getSimpleName()));
    }
  }
}
