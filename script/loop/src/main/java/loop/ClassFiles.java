package loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Class files by the sources that they were made of.
final class ClassFiles {
  private ClassFiles() {}

  /// Those of `part` that were made of these sources, nested and second ones too.
  static List<Path> of(Part part, Set<Path> sources) throws IOException {
    var folders =
        sources.stream()
            .map(source -> part.classes().resolve(source).getParent())
            .collect(Collectors.toSet());
    var found = new ArrayList<Path>();
    for (var folder : folders) {
      if (Files.exists(folder)) {
        try (var files = Files.list(folder)) {
          files
              .filter(file -> file.toString().endsWith(".class"))
              .filter(file -> source(part, file).filter(sources::contains).isPresent())
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Path> source(Part part, Path file) {
    try {
      return ClassFile.of()
          .parse(file)
          .findAttribute(Attributes.sourceFile())
          .map(source -> file.resolveSibling(source.sourceFile().stringValue()))
          .map(part.classes()::relativize);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
