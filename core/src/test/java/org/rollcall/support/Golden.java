package org.rollcall.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Compares texts letter by letter with files of the project.
///
/// After an intended change, write the files again with `./mvnw test -Drollcall.golden=write`, and
/// read the difference.
public final class Golden {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));
  private static final String FOLDER =
      System.getProperty("rollcall.module", ".") + "/src/test/resources/golden/";

  private Golden() {}

  /// Asserts that the golden text called `name` has these lines.
  public static void assertMatches(String name, List<String> lines) {
    assertMatches(name, String.join("\n", lines) + "\n");
  }

  /// Asserts that the golden text called `name` is `text`.
  public static void assertMatches(String name, String text) {
    assertSame(Path.of(FOLDER, name), text);
  }

  /// Asserts that the file at `path`, relative to the project's root, contains exactly `text`.
  public static void assertSame(String path, String text) {
    assertSame(HOME.resolve(path), text);
  }

  private static void assertSame(Path file, String text) {
    try {
      if ("write".equals(System.getProperty("rollcall.golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
