package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.run.Delivery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tries the notifications.
@Command(
    name = "notify",
    header = "Send a test message to everybody who is told of runs.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Says for each whether they accepted the message. Heartbeats are not pinged, because a ping "
          + "would count as a run.",
      "",
      "Example:",
      "  rollcall notify",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all were reached",
      "1:somebody could not be reached, or nobody is named",
      "2:wrong usage or settings"
    })
final class NotifyCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @SuppressWarnings("UnusedVariable") // what earlier versions asked for is what it does
  @Option(names = "--test", hidden = true)
  private boolean test;

  NotifyCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    var deliveries = operations.testNotifiers(settings.selection());
    if (deliveries.isEmpty()) {
      terminal.err().println("Nobody is named under `notify:` in the settings.");
      return ExitCode.FAILED.code();
    }
    deliveries.stream().map(NotifyCommand::line).forEach(terminal.out()::println);
    var reached = deliveries.stream().allMatch(each -> each.trouble().isEmpty());
    return (reached ? ExitCode.CONVERGED : ExitCode.FAILED).code();
  }

  private static String line(Delivery delivery) {
    return delivery
        .trouble()
        .map(trouble -> "✗ %s: %s.".formatted(delivery.to(), trouble))
        .orElseGet(() -> "✓ %s: accepted.".formatted(delivery.to()));
  }
}
