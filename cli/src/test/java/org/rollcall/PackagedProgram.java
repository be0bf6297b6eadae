package org.rollcall;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the packaged program is started by tests: with the options that the launcher gives it.
final class PackagedProgram {
  static final Path JAR =
      Path.of(System.getProperty("rollcall.home", "."), "cli/target/rollcall.jar")
          .toAbsolutePath()
          .normalize();
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private PackagedProgram() {}

  /// The command line; the options come after the launcher's own and so win.
  static List<String> command(List<String> options, String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return command;
  }
}
