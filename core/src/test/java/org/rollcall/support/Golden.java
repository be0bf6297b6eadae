package org.rollcall.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Texts as they are agreed on, compared letter by letter with files of the project.
///
/// After a wanted change write them anew with `./mvnw test -Drollcall.golden=write`, and read the
/// difference.
public final class Golden {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));
  private static final String FOLDER =
      System.getProperty("rollcall.module", ".") + "/src/test/resources/golden/";

  private Golden() {}

  /// Holds when the golden text called `name` is these lines.
  public static void assertMatches(String name, List<String> lines) {
    assertMatches(name, String.join("\n", lines) + "\n");
  }

  /// Holds when the golden text called `name` is `text`.
  public static void assertMatches(String name, String text) {
    assertSame(Path.of(FOLDER, name), text);
  }

  /// Holds when the file at `path`, from the project's root, says `text`.
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
