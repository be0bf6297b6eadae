package loop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs the tests of one module as Maven would: in a JVM of their own, in the module's folder.
final class Tests {
  /// For a JVM that works for seconds.
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final House house;
  private final List<String> options;

  /// With further options for the JVM, such as `-Drollcall.seed=7`.
  Tests(House house, List<String> options) {
    this.house = house;
    this.options = options;
  }

  /// Runs the fast tests of `part`; ends them if it is interrupted.
  ///
  /// @return their digest, or all that they printed where they did not come to one
  Outcome runFast(Part part) throws IOException, InterruptedException {
    var log = part.kept().resolve("tests.log");
    var process =
        new ProcessBuilder(command(part, QUICK, List.of()))
            .directory(part.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      boolean isFine = process.waitFor() == 0;
      return new Outcome(isFine, digest(Files.readAllLines(log)), log);
    } finally {
      process.destroy();
    }
  }

  /// Runs the test classes called so, and lets the person watch.
  boolean run(Part part, List<String> names) throws IOException, InterruptedException {
    return new ProcessBuilder(command(part, List.of(), names))
            .directory(part.folder().toFile())
            .inheritIO()
            .start()
            .waitFor()
        == 0;
  }

  /// How it went.
  ///
  /// @param log the file that tells more
  record Outcome(boolean isFine, List<String> lines, Path log) {}

  private static List<String> digest(List<String> lines) {
    return lines.subList(lines.lastIndexOf(Digest.MARK) + 1, lines.size());
  }

  private List<String> command(Part part, List<String> more, List<String> names) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(house.testArguments());
    command.addAll(more);
    command.add("-Drollcall.home=" + house.root());
    command.add("-Drollcall.module=" + part.folder());
    command.addAll(options);
    command.addAll(List.of("-cp", classpath(part), Launch.class.getName()));
    command.add(part.classes().toString());
    command.addAll(names);
    return command;
  }

  private String classpath(Part part) {
    return Stream.concat(
            Stream.concat(Stream.of(part.classes()), part.classpath().stream()).map(Path::toString),
            Stream.of(System.getProperty("java.class.path")))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
