package org.rollcall;

import java.nio.file.Path;
import java.time.InstantSource;
import org.rollcall.cli.RollcallCommand;
import org.rollcall.cli.Terminal;

/// Starts the program.
public final class Main {
  private Main() {}

  /// Runs the command named by `arguments` and exits with its code.
  public static void main(String[] arguments) {
    var environment = System.getenv();
    var app = new App(environment, Path.of(""), InstantSource.system());
    var terminal = Terminal.ofProcess(environment);
    System.exit(RollcallCommand.commandLine(app, terminal).execute(arguments));
  }
}
