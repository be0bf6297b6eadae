package loop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// The Java compiler, with the arguments that Maven gives it.
final class Compiler {
  private static final String PLUGIN = "-Xplugin:";
  private final List<String> strictArguments;
  private final List<String> plainArguments;

  Compiler(House house) {
    strictArguments = new ArrayList<>(house.compilerArguments());
    strictArguments.addAll(List.of("-processorpath", house.tools()));
    plainArguments =
        house.compilerArguments().stream().filter(each -> !each.startsWith(PLUGIN)).toList();
  }

  /// Compiles `sources` with Error Prone, which takes some time for each. What is wrong is printed.
  boolean compileStrictly(Collection<Path> sources, List<Path> classpath, Path to)
      throws IOException {
    return compile(strictArguments, sources, classpath, to);
  }

  /// Compiles `sources` without Error Prone: for those that had passed it before.
  boolean compilePlainly(Collection<Path> sources, List<Path> classpath, Path to)
      throws IOException {
    return compile(plainArguments, sources, classpath, to);
  }

  private static boolean compile(
      List<String> arguments, Collection<Path> sources, List<Path> classpath, Path to)
      throws IOException {
    Files.createDirectories(to);
    var options =
        Stream.concat(arguments.stream(), Stream.of("-d", to.toString(), "-cp", text(classpath)));
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      return compiler
          .getTask(
              null, files, null, options.toList(), null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
  }

  private static String text(List<Path> classpath) {
    return classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
