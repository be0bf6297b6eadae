package org.rollcall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
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
  private Optional<Path> file = Optional.empty();

  /// Whether a page is wanted.
  boolean isWanted() {
    return file.isPresent();
  }

  Optional<Path> file() {
    return file;
  }

  /// Returns when the page can be written, before there is one.
  ///
  /// @throws RunStopped when it cannot
  void check() {
    file.ifPresent(HtmlOption::check);
  }

  /// The same for this file.
  static void check(Path path) {
    try {
      new OutputFile(path).check();
    } catch (IOException failed) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "The page cannot be written to %s: %s. Nothing was done; name another file with --html."
              .formatted(path, FileFailure.words(failed)));
    }
  }

  /// Writes `page`, replacing what was there. Others may read it where it names nobody.
  ///
  /// @throws RunStopped when it cannot be written
  void write(Page page, Privacy privacy) {
    file.flatMap(path -> write(path, page, privacy))
        .ifPresent(sentence -> {
          throw new RunStopped(RunStopped.Kind.FAILED, sentence);
        });
  }

  /// The same for this file.
  ///
  /// @return a sentence on why it could not be written; empty when it was
  static Optional<String> write(Path path, Page page, Privacy privacy) {
    var output = new OutputFile(path);
    try {
      switch (privacy) {
        case SHOW -> output.write(out -> PageFile.write(page, out));
        case MASK -> output.writeForAll(out -> PageFile.write(page, out));
      }
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(
          "The page could not be written to %s: %s.".formatted(path, FileFailure.words(failed)));
    }
  }
}
