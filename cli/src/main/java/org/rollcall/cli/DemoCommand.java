package org.rollcall.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.demo.DemoTerms;
import org.rollcall.demo.ServedDemo;
import org.rollcall.model.Rate;
import org.rollcall.run.Stop;
import org.rollcall.settings.ListenAddress;
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
      "With --serve it starts the service over three such rosters, which have a year of nights "
          + "behind them, prints its address, and goes on until Ctrl-C.",
      "",
      "Examples:",
      "  rollcall demo",
      "  rollcall demo --members 500 --rate 1667/10s",
      "  rollcall demo --serve",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the second plan found nothing to do; the service was stopped",
      "1:it did, or the demo could not be started",
      "3:some members could not be put right",
      "130:interrupted"
    })
final class DemoCommand implements Callable<Integer> {
  private static final int USUAL_MEMBERS = 20_123;
  private static final Duration LONG = Duration.ofDays(1);

  private final Demo.Starter demos;
  private final Terminal terminal;

  @Mixin private final LogOptions logging = LogOptions.quiet();

  @Option(
      names = "--serve",
      description = "Start the service over three rosters and a year of nights, until Ctrl-C.")
  private boolean serve;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      converter = ServeCommand.AddressConverter.class,
      description = "With --serve: where to answer. Default: any free port of this machine.")
  private Optional<ListenAddress> listen = Optional.empty();

  @Option(
      names = "--days",
      hidden = true,
      converter = AtLeastOne.class,
      description = "With --serve: how many days of history there are.")
  private int days = DemoTerms.YEAR;

  @Option(
      names = "--members",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = {
        "Eligible members in the roster. Default: 20123.",
        "With --serve: in the largest of three. Default: 1600."
      })
  private Optional<Integer> members = Optional.empty();

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
    return (serve ? serve(stop) : play(stop)).code();
  }

  private ExitCode play(StopSignal stop) throws InterruptedException {
    int eligible = members.orElse(USUAL_MEMBERS);
    say(
        "Starting a PostgreSQL with %s and a stand-in Intercom at %s..."
            .formatted(Words.count(eligible, "member"), rate));
    try (var listeners = Listeners.of(logging, terminal);
        var demo = demos.start(new DemoOptions(eligible, rate))) {
      return DemoNight.on(terminal, logging.inResults()).show(demo, listeners, stop);
    }
  }

  private ExitCode serve(StopSignal signal) throws InterruptedException {
    var stop = new Stop(System::nanoTime);
    signal.forwardTo(stop);
    say("Starting three unions with a year of nights behind them: some seconds...");
    var terms =
        new DemoTerms(
            members.orElse(DemoTerms.USUAL_MEMBERS), days, listen.orElse(DemoTerms.ANYWHERE));
    var log = new ServiceLines(logging.open(terminal));
    try (var demo = ServedDemo.start(terms, log, InstantSource.system())) {
      say("");
      say("Rollcall serves the demo at " + demo.address());
      demo.invitation().forEach(this::say);
      say("Ctrl-C ends it and leaves nothing behind.");
      while (!stop.await(LONG)) {
        // It goes on.
      }
    }
    return ExitCode.CONVERGED;
  }

  private void say(String line) {
    terminal.out().println(line);
  }
}
