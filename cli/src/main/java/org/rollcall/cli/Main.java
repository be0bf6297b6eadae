package org.rollcall.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import org.rollcall.app.App;

/// Starts the program.
public final class Main {
  private Main() {}

  /// Runs the command named by `arguments` and exits with its code.
  public static void main(String[] arguments) {
    var environment = System.getenv();
    var clock = InstantSource.system();
    var app = new App(environment, Path.of(""), clock);
    var terminal = Terminal.ofProcess(environment);
    System.exit(
        RollcallCommand.commandLine(app, options -> SampleDemo.start(options, clock), terminal)
            .execute(arguments));
  }
}
