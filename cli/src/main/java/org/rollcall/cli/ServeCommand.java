package org.rollcall.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Stop;
import org.rollcall.server.Service;
import org.rollcall.server.ServiceTerms;
import org.rollcall.server.runs.ServiceLog;
import org.rollcall.settings.ListenAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The service.
@Command(
    name = "serve",
    header = "Run the syncs by their schedules, until Ctrl-C.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Starts each sync when its schedule says so, several at once, and makes up once for what was "
          + "missed while nothing was up. 'rollcall schedule' shows when. Answers over HTTP whether it "
          + "is alive (/healthz) and ready (/readyz).",
      "",
      "SIGHUP reads the settings again, as a whole or not at all. SIGTERM and Ctrl-C stop it within "
          + "ten seconds: runs finish what is in flight.",
      "",
      "Several machines share the work if they have one PostgreSQL store (store.url).",
      "",
      "Examples:",
      "  rollcall serve",
      "  rollcall serve --config /etc/rollcall/rollcall.yaml --log-format json",
      "  rollcall serve --listen 127.0.0.1:9000 --runs 8",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped as asked",
      "1:the store or the address cannot be used",
      "2:wrong usage or settings",
      "130:stopped, and something did not end in time"
    })
final class ServeCommand implements Callable<Integer> {
  private static final Duration LONG = Duration.ofDays(1);

  private final Operations operations;
  private final ServiceStarter services;
  private final Terminal terminal;

  @Mixin private final SettingsFileOptions settings = new SettingsFileOptions();

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      converter = AddressConverter.class,
      description =
          "Where to answer HTTP; port 0 for any free one. Default: server.listen of the settings, "
              + "else 127.0.0.1:8377.")
  private Optional<ListenAddress> listen = Optional.empty();

  @Option(
      names = "--runs",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "How many runs may go on here at once. Default: 4.")
  private int runs = ServiceTerms.USUAL_RUNS;

  @Mixin private final LogOptions logging = new LogOptions();

  ServeCommand(Operations operations, ServiceStarter services, Terminal terminal) {
    this.operations = operations;
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    var stop = new Stop(System::nanoTime);
    StopSignal.listen(StopSignal.PATIENCE, terminal).forwardTo(stop);
    logging.settingsSay(operations.privacy(settings.file()));
    var log = new ServiceLines(logging.open(terminal));
    try (var service = services.start(settings.file(), new ServiceTerms(listen, runs), log)) {
      log.said(ready(service));
      Signals.hear("HUP", () -> reload(service, log));
      while (!stop.await(LONG)) {
        // It goes on.
      }
    }
    log.said("The service has stopped.");
    return ExitCode.CONVERGED.code();
  }

  private String ready(Service service) {
    return "Rollcall serves at %s, with the store %s%s."
        .formatted(
            service.address(),
            service.storePlace(),
            service.isShared() ? "" : ", which this process has for itself");
  }

  private static void reload(Service service, ServiceLog log) {
    try {
      service.reload();
      log.said("The settings were read again.");
    } catch (RunStopped wrong) {
      wrong.lines().forEach(log::warned);
      log.warned("The settings as they were stay in force.");
    }
  }

  /// Reads an address from the command line.
  static final class AddressConverter implements ITypeConverter<ListenAddress> {
    @Override
    public ListenAddress convert(String text) {
      try {
        return ListenAddress.parse(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }
}
