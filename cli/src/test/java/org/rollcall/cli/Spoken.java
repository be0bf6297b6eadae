package org.rollcall.cli;

import java.util.Map;
import org.rollcall.run.RunEvent;

/// The command line as a program of its own, with made-up answers, for [LostOutputTest].
final class Spoken {
  private Spoken() {}

  public static void main(String[] arguments) {
    var operations = new FakeOperations();
    operations.report = Samples.partial();
    operations.events = java.util.List.of(new RunEvent.Warned("The store is slow."));
    if (arguments[0].equals("sync")) {
      operations.report = Samples.succeeded();
    }
    var commandLine =
        RollcallCommand.commandLine(
            operations,
            operations::demo,
            new NoService(),
            Terminal.ofProcess(Map.of("TERM", "dumb")));
    System.exit(commandLine.execute(arguments));
  }
}
