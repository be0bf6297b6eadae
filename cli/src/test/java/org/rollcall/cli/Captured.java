package org.rollcall.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.rollcall.app.Operations;

/// A terminal whose streams the test reads, and the command line that writes to them.
final class Captured {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Terminal terminal;

  Captured(Terminal.Look look) {
    this.terminal = new Terminal(stream(out), stream(err), look, look, 80);
  }

  static Captured plain() {
    return new Captured(Terminal.Look.PLAIN);
  }

  int run(Operations operations, String... arguments) {
    return RollcallCommand.commandLine(operations, demos(operations), new NoService(), terminal)
        .execute(arguments);
  }

  private static Demo.Starter demos(Operations operations) {
    return operations instanceof FakeOperations fake
        ? fake::demo
        : _ -> {
          throw new AssertionError("Nobody asked for a demo.");
        };
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
