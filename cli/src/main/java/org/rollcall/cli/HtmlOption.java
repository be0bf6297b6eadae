package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.model.Privacy;
import org.rollcall.page.Page;
import org.rollcall.page.PageFile;
import org.rollcall.run.RunStopped;
import picocli.CommandLine.Option;

/// A page beside what is printed, for people who do not use a terminal.
final class HtmlOption {
  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Also write it to FILE as a page for a browser, whole or not at all; the file needs no other. With --privacy mask it names nobody.")
  private Optional<Path> path = Optional.empty();

  Optional<Path> path() {
    return path;
  }

  /// The page's file; empty where no page is wanted.
  Optional<SideFile> file() {
    return path.map(HtmlOption::file);
  }

  static SideFile file(Path path) {
    return new SideFile("page", "--html", path);
  }

  /// Makes the page and writes it, if one is wanted.
  ///
  /// @throws RunStopped when it cannot be written
  void write(Supplier<Page> page, Privacy privacy) {
    file()
        .flatMap(file -> {
          var made = page.get();
          return file.write(privacy, out -> PageFile.write(made, out));
        })
        .ifPresent(sentence -> {
          throw new RunStopped(RunStopped.Kind.FAILED, sentence);
        });
  }
}
