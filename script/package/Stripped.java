import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies a jar without the entries below a prefix, so that the same jar gives the same bytes:
/// `Stripped JAR PREFIX COPY`.
class Stripped {
  static void main(String[] arguments) throws IOException {
    try (var jar = new ZipFile(arguments[0]);
        var copy = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[2])))) {
      for (var entry : jar.stream().filter(each -> !each.getName().startsWith(arguments[1])).toList()) {
        var same = new ZipEntry(entry.getName());
        same.setTimeLocal(entry.getTimeLocal());
        copy.putNextEntry(same);
        jar.getInputStream(entry).transferTo(copy);
        copy.closeEntry();
      }
    }
  }
}
