package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rollcall.support.Golden;

/// `docs/man` has a page for each command, as `man` reads it.
class ManPagesTest {
  private static final String FOLDER = "docs/man/man1";

  @Test
  void every_command_has_a_page_that_says_what_its_help_says() throws IOException {
    var operations = new FakeOperations();
    var program =
        RollcallCommand.commandLine(
            operations, operations::demo, new NoService(), Captured.plain().terminal);
    var pages = ManPage.of(program);
    pages.forEach((name, text) -> Golden.assertSame("%s/%s.1".formatted(FOLDER, name), text));
    try (var files = Files.list(Path.of(System.getProperty("rollcall.home", "."), FOLDER))) {
      assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.1$", "")))
          .containsExactlyInAnyOrderElementsOf(pages.keySet());
    }
  }
}
