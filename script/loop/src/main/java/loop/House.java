package loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/// The project as its own files describe it: modules, compiler arguments, and what Maven said that
/// each part is compiled with.
record House(Path root, Document pom) {
  /// The house whose root this is. Maven has written the classpaths before.
  static House at(Path root) {
    try {
      var file = root.resolve("pom.xml").toFile();
      return new House(root, DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (ParserConfigurationException | SAXException broken) {
      throw new IllegalStateException("pom.xml cannot be read.", broken);
    }
  }

  /// What is kept between two rounds.
  Path kept() {
    return root.resolve("target/check");
  }

  /// All parts, each after those that it is compiled with.
  List<Part> parts() {
    return modules()
        .flatMap(name -> Stream.of(part(name, Part.Kind.MAIN), part(name, Part.Kind.TEST)))
        .toList();
  }

  /// What the loop itself needs: Error Prone and the JUnit launcher.
  String tools() {
    return text(kept().resolve("rollcall-loop/test.classpath"));
  }

  /// The arguments that Maven compiles with, without those for the compiler's own JVM.
  List<String> compilerArguments() {
    var arguments = new ArrayList<String>(List.of("--release", first("maven.compiler.release")));
    arguments.addAll(List.of("-parameters", "-g", "-proc:none", "-implicit:none"));
    elements("arg").filter(each -> !each.startsWith("-J")).forEach(arguments::add);
    return arguments;
  }

  /// The arguments that Maven starts the tests' JVM with, without what measures coverage.
  List<String> testArguments() {
    return Stream.of(first("argLine").split(" "))
        .filter(each -> !each.startsWith("@"))
        .map(each -> each.replace("${test.heap}", first("test.heap")))
        .map(each -> each.replace("${test.jit}", first("test.jit")))
        .toList();
  }

  /// The version that resources speak of.
  String version() {
    return first("version");
  }

  // Those of the ordinary build. The loop's own module belongs to a profile.
  private Stream<String> modules() {
    return elements("module").filter(name -> !name.contains("/"));
  }

  private Part part(String module, Part.Kind kind) {
    var written = kept().resolve("rollcall-" + module).resolve(kind.folder() + ".classpath");
    var others =
        Stream.of(text(written).split(":"))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .map(this::ours);
    var own = kept().resolve(module);
    return new Part(
        module,
        kind,
        root.resolve(module),
        own,
        (kind == Part.Kind.TEST
                ? Stream.concat(Stream.of(own.resolve(Part.Kind.MAIN.classes())), others)
                : others)
            .toList());
  }

  /// Where we keep what Maven keeps in a module's `target`.
  private Path ours(Path entry) {
    if (!entry.startsWith(root)) {
      return entry;
    }
    var inside = root.relativize(entry);
    return kept().resolve(inside.getName(0)).resolve(inside.getFileName());
  }

  private String first(String element) {
    return elements(element).findFirst().orElseThrow();
  }

  private Stream<String> elements(String name) {
    var found = pom.getElementsByTagName(name);
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .map(each -> each.getTextContent().strip());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
