package org.rollcall;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.rollcall.cli.DemoOptions;
import org.rollcall.cli.Operations;
import org.rollcall.cli.PlanOptions;
import org.rollcall.cli.RollcallCommand;
import org.rollcall.cli.SyncOptions;
import org.rollcall.cli.Terminal;
import org.rollcall.plan.Plan;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// Starts the program.
public final class Main {
  private Main() {}

  /// Runs the command named by `arguments`.
  public static void main(String[] arguments) {
    var terminal = Terminal.ofProcess(System.getenv());
    System.exit(RollcallCommand.commandLine(new Unwired(), terminal).execute(arguments));
  }

  /// Holds the place of the composition root.
  private record Unwired() implements Operations {
    @Override
    public Report sync(SyncOptions options, Consumer<RunEvent> events, BooleanSupplier stop) {
      throw unwired();
    }

    @Override
    public Report simulate(SyncOptions options, Consumer<RunEvent> events, BooleanSupplier stop) {
      throw unwired();
    }

    @Override
    public Plan plan(PlanOptions options, Consumer<RunEvent> events) {
      throw unwired();
    }

    @Override
    public Demo demo(DemoOptions options) {
      throw unwired();
    }

    @Override
    public String settingsTemplate() {
      throw unwired();
    }

    private static RunStopped unwired() {
      return new RunStopped(RunStopped.Kind.FAILED, "This command is not wired yet.");
    }
  }
}
