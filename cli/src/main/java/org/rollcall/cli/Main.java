package org.rollcall.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.rollcall.app.App;
import org.rollcall.app.HeldLease;
import org.rollcall.server.Service;
import picocli.CommandLine;

/// Starts the program.
public final class Main {
  private Main() {}

  /// Runs the command named by `arguments` and exits with its code.
  public static void main(String[] arguments) {
    quietLibraries();
    var environment = System.getenv();
    var clock = clock();
    var app = new App(environment, Path.of(""), clock, lease());
    var terminal = Terminal.ofProcess(environment);
    ReadableStart.ofProcess(arguments)
        .refusal()
        .ifPresent(why -> {
          Failures.tell(terminal, List.of(why));
          System.exit(ExitCode.USAGE.code());
        });
    var commandLine =
        RollcallCommand.commandLine(
            app,
            options -> SampleDemo.start(options, clock),
            (selection, terms, log) ->
                new Service(
                    () -> new App(environment, Path.of(""), clock, lease()),
                    selection,
                    terms,
                    log,
                    clock),
            terminal);
    System.exit(execute(commandLine, terminal, arguments));
  }

  /// SLF4J warns of how it was started, about which nobody who runs the program can do anything.
  private static void quietLibraries() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }

  /// Tests of clocks that are wrong say by how many seconds.
  private static InstantSource clock() {
    int ahead = Integer.getInteger("rollcall.clock", 0);
    return InstantSource.offset(InstantSource.system(), Duration.ofSeconds(ahead));
  }

  /// Tests of suspended runs set the property, so that they need not wait for a minute.
  private static Duration lease() {
    return Duration.ofSeconds(
        Integer.getInteger("rollcall.lease", (int) HeldLease.LIFE.toSeconds()));
  }

  /// An error ends the program too: threads that still run must not keep it alive.
  private static int execute(CommandLine commandLine, Terminal terminal, String[] arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (Error broken) {
      terminal.err().trace(broken);
      return ExitCode.FAILED.code();
    }
  }
}
