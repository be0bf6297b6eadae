package loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One source folder of one module, what was made of it, and what was known of its sources then.
///
/// @param module the module's name
/// @param kind which of its two source folders
/// @param folder the module's folder
/// @param kept where what is made of the module lies
/// @param classpath what it is compiled with
record Part(String module, Kind kind, Path folder, Path kept, List<Path> classpath) {
  /// Which of a module's two source folders.
  enum Kind {
    MAIN("classes"),
    TEST("test-classes");

    private final String classes;

    Kind(String classes) {
      this.classes = classes;
    }

    /// The folder's name below `src`.
    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The name of the folder of its class files.
    String classes() {
      return classes;
    }
  }

  /// How it is called in what a person reads.
  String name() {
    return module + "/" + kind.folder();
  }

  /// Its Java sources.
  Path sources() {
    return folder.resolve("src").resolve(kind.folder()).resolve("java");
  }

  /// Its other sources.
  Path resources() {
    return folder.resolve("src").resolve(kind.folder()).resolve("resources");
  }

  /// Its templates, of which sources are made; only pages have some.
  Path templates() {
    return folder.resolve("src").resolve(kind.folder()).resolve("jte");
  }

  /// The sources that were made of its templates.
  Path generated() {
    return kept.resolve("generated");
  }

  /// A source by its place among the others, whoever wrote it.
  Path source(Path place) {
    var written = sources().resolve(place);
    return Files.exists(written) ? written : generated().resolve(place);
  }

  /// Where its class files lie.
  Path classes() {
    return kept.resolve(kind.classes());
  }

  /// Whether this part is compiled with the class files of `other`.
  boolean knows(Part other) {
    return classpath.contains(other.classes());
  }

  /// Each source as it is now, with the checksum of its text.
  Map<Path, String> present() throws IOException {
    var present = new TreeMap<Path, String>();
    collect(sources(), present);
    if (kind == Kind.MAIN) {
      collect(generated(), present);
    }
    return present;
  }

  private static void collect(Path root, Map<Path, String> present) throws IOException {
    for (var file : Folders.files(root)) {
      if (file.toString().endsWith(".java")) {
        present.put(root.relativize(file), Checksum.of(Files.readAllBytes(file)));
      }
    }
  }

  /// Each source as it was compiled last; empty where nothing was.
  Map<Path, String> compiled() throws IOException {
    var compiled = new TreeMap<Path, String>();
    if (Files.exists(record())) {
      for (var line : Files.readAllLines(record())) {
        compiled.put(Path.of(line.substring(line.indexOf(' ') + 1)), line.split(" ")[0]);
      }
    }
    return compiled;
  }

  /// Writes down that the class files are those of these sources.
  void remember(Map<Path, String> sources) throws IOException {
    Files.createDirectories(kept);
    Files.writeString(
        record(),
        sources.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey() + "\n")
            .collect(Collectors.joining()));
  }

  /// Forgets what was compiled, so that all of it is compiled anew.
  void forget() throws IOException {
    Files.deleteIfExists(record());
  }

  /// Whether something that all of its sources are compiled with has changed since.
  boolean isStale() {
    return Files.exists(stale());
  }

  /// Writes down that all of its sources must be compiled anew, until they have been.
  void setStale(boolean isStale) throws IOException {
    if (!isStale) {
      Files.deleteIfExists(stale());
    } else if (!isStale()) {
      Files.createDirectories(kept);
      Files.createFile(stale());
    }
  }

  private Path record() {
    return kept.resolve(kind.folder() + ".sources");
  }

  private Path stale() {
    return kept.resolve(kind.folder() + ".stale");
  }
}
