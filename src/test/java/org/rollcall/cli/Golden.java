package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Texts as they are agreed on, one file each. After a wanted change write them anew with `./mvnw
/// test -Dtest='org.rollcall.cli.*Test' -Drollcall.golden=write` and read the difference.
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("rollcall.home", "."), "src/test/resources/golden");

  private Golden() {}

  static void assertMatches(String name, List<String> lines) {
    assertMatches(name, String.join("\n", lines) + "\n");
  }

  static void assertMatches(String name, String text) {
    try {
      var file = FOLDER.resolve(name);
      if ("write".equals(System.getProperty("rollcall.golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
      }
      assertThat(text).as(name).isEqualTo(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
