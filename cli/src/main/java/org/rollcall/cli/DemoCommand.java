package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.model.Rate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A whole night, on a made-up roster and a stand-in Intercom.
@Command(
    name = "demo",
    header = "Show a whole night on a made-up roster.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Starts a PostgreSQL with a made-up roster and a stand-in Intercom whose contacts have gone "
          + "stale, syncs them, then plans again. Calls nobody outside this machine and leaves "
          + "nothing behind.",
      "",
      "Examples:",
      "  rollcall demo",
      "  rollcall demo --members 500 --rate 1667/10s",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the second plan found nothing to do",
      "1:it did, or the demo could not be started",
      "3:some members could not be put right",
      "130:interrupted"
    })
final class DemoCommand implements Callable<Integer> {
  private final Demo.Starter demos;
  private final Terminal terminal;

  @Mixin private final LogOptions logging = LogOptions.quiet();

  @Option(
      names = "--members",
      paramLabel = "N",
      converter = AtLeastOne.class,
      defaultValue = "20123",
      description = "Eligible members in the roster. Default: ${DEFAULT-VALUE}.")
  private int members;

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      converter = RateConverter.class,
      defaultValue = "166/10s",
      description = "Calls that Intercom allows. Default: ${DEFAULT-VALUE}.")
  private Rate rate;

  @SuppressWarnings("NullAway.Init") // picocli sets the rate, if only to its default
  DemoCommand(Demo.Starter demos, Terminal terminal) {
    this.demos = demos;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    var stop = StopSignal.listen(StopSignal.PATIENCE, terminal);
    terminal
        .out()
        .println(
            "Starting a PostgreSQL with %s and a stand-in Intercom at %s..."
                .formatted(Words.count(members, "member"), rate));
    try (var listeners = Listeners.of(logging, terminal);
        var demo = demos.start(new DemoOptions(members, rate))) {
      return DemoNight.on(terminal, logging.inResults()).show(demo, listeners, stop).code();
    }
  }
}
