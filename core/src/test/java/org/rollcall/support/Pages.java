package org.rollcall.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The project's pages and sources as texts, for tests that compare them.
public final class Pages {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");
  private static final Pattern BROKEN = Pattern.compile("\"\\s*\\+\\s*\"");

  private Pages() {}

  /// The file at `path`, relative to the project's root.
  public static String read(String path) {
    return text(HOME.resolve(path));
  }

  /// All pages for people.
  public static List<Path> all() throws IOException {
    try (var docs = Files.walk(HOME.resolve("docs"))) {
      return Stream.concat(
              docs.filter(file -> file.toString().endsWith(".md")),
              Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "deploy/README.md")
                  .map(HOME::resolve))
          .toList();
    }
  }

  /// The rows of a page's tables without their heads, as lists of cells.
  public static Stream<List<String>> rows(String page) {
    return read(page)
        .lines()
        .filter(line -> line.startsWith("| ") && line.endsWith(" |"))
        .map(
            line -> Stream.of(line.substring(1).split("(?<!\\\\)\\|")).map(String::strip).toList());
  }

  /// The blocks between three backticks in a page whose first line names `language`.
  public static List<String> blocks(String page, String language) {
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
        .matcher(read(page))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /// The sources of all modules whose path in their module starts with `prefix`, without comments
  /// and with broken strings joined.
  public static Stream<String> sources(String prefix, String ending) {
    try (var modules = Files.list(HOME)) {
      return modules
          .filter(module -> Files.exists(module.resolve("pom.xml")))
          .flatMap(module -> files(module.resolve("src")))
          .filter(file -> withinModule(file).startsWith(prefix))
          .filter(file -> file.toString().endsWith(ending))
          .map(Pages::source)
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String withinModule(Path file) {
    var inside = HOME.relativize(file);
    return inside.subpath(1, inside.getNameCount()).toString();
  }

  private static String source(Path file) {
    var code = COMMENT.matcher(text(file)).replaceAll("");
    return BROKEN.matcher(code).replaceAll(Matcher.quoteReplacement(""));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
