import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Prints what is owed to those whose work is in the program: each library with its version, licence and
/// address, as the bill of materials knows them, then the licences and notices that the jars bring:
/// `Notices SBOM FOLDER-OF-JARS`.
class Notices {
  private static final Pattern TEXT =
      Pattern.compile("(META-INF/)?(LICENSE|LICENCE|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);

  static void main(String[] arguments) throws IOException {
    var jars = jars(Path.of(arguments[1]));
    IO.println("Rollcall brings these libraries. Their texts follow; those of Java are in runtime/legal.\n");
    for (var library : libraries(Path.of(arguments[0]))) {
      var name = library.path("name").asString() + "-" + library.path("version").asString();
      if (jars.stream().anyMatch(jar -> jar.getFileName().toString().equals(name + ".jar"))) {
        IO.println("- %s: %s%s".formatted(name, licences(library), address(library)));
      }
    }
    for (var jar : jars) {
      texts(jar);
    }
  }

  private static List<JsonNode> libraries(Path sbom) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(sbom)).path("components").values().stream()
        .sorted(Comparator.comparing(each -> each.path("name").asString()))
        .toList();
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("rollcall-"))
          .sorted()
          .toList();
    }
  }

  private static String licences(JsonNode library) {
    var names =
        library.path("licenses").values().stream()
            .map(each -> each.path("license"))
            .map(each -> each.path("id").asString(each.path("name").asString("")))
            .filter(each -> !each.isBlank())
            .toList();
    return names.isEmpty() ? "see its text" : String.join(" or ", names);
  }

  private static String address(JsonNode library) {
    return library.path("externalReferences").values().stream()
        .filter(each -> each.path("type").asString().equals("website"))
        .map(each -> ", " + each.path("url").asString())
        .findFirst()
        .orElse("");
  }

  private static void texts(Path jar) throws IOException {
    try (var opened = new ZipFile(jar.toFile())) {
      for (var entry : opened.stream().filter(each -> TEXT.matcher(each.getName()).matches()).toList()) {
        IO.println("\n--- %s: %s".formatted(jar.getFileName(), entry.getName()));
        IO.println(new String(opened.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).strip());
      }
    }
  }
}
