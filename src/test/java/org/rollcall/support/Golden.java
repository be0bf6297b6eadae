package org.rollcall.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts that are compared letter by letter with a file of the project.
///
/// `-Dgolden.update=true` writes the files anew instead; the diff is then for a person to read.
public final class Golden {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));

  private Golden() {}

  /// Holds when `actual` is what the file at `path`, from the project's root, says.
  public static void assertSame(String path, String actual) {
    var file = HOME.resolve(path);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual).as(path).isEqualTo(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
