package loop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What of a part is not compiled but lies beside its class files.
final class Resources {
  private static final String VERSION = "${project.version}";

  private Resources() {}

  /// Makes what lies beside the class files of `part` what its sources say now.
  static void copy(Part part, String version) throws IOException {
    for (var file : Folders.files(part.classes())) {
      if (!file.toString().endsWith(".class")) {
        Files.delete(file);
      }
    }
    for (var file : Folders.files(part.resources())) {
      copy(file, part.classes().resolve(part.resources().relativize(file)), version);
    }
  }

  private static void copy(Path from, Path to, String version) throws IOException {
    Files.createDirectories(to.getParent());
    var content = Files.readString(from, StandardCharsets.ISO_8859_1);
    Files.writeString(to, content.replace(VERSION, version), StandardCharsets.ISO_8859_1);
  }
}
