package org.rollcall.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Rate;
import org.rollcall.run.RunStopped;
import org.rollcall.sandbox.SampleSettings;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.TimeSpan;
import org.rollcall.sandbox.WorldFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// A stand-in Intercom to try Rollcall, or anything else, against.
@Command(
    name = "sandbox",
    header = "Run a stand-in Intercom on this machine.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Answers as Intercom's REST API does for contacts and their attributes, including rate limit, "
          + "search lag and archived contacts, and fails where the world file says so. "
          + "Listens on this machine only, until Ctrl-C. Calls nobody. Rollcall finds it by "
          + "INTERCOM_API_URL and INTERCOM_ACCESS_TOKEN.",
      "",
      "--write-settings writes a settings file that names it, with names for the codes of the "
          + "sample roster. 'rollcall plan --config FILE' needs nothing more than your roster.",
      "",
      "Look into it:",
      "  GET /_sandbox/contacts    everybody in it, also those Intercom would hide",
      "  GET /_sandbox/requests    every request so far, and counts of them",
      "",
      "A world file, in YAML or JSON (every part is optional):",
      "  workspace: club",
      "  token: secret",
      "  attributes: [member_type, region, {name: age, type: integer}]",
      "  contacts:",
      "    - {external_id: '1001', email: ann@example.org, name: Ann,",
      "       custom_attributes: {region: GL}}",
      "    - {external_id: '1002', email: bob@example.org, state: archived}",
      "  behaviour: {search_lag: 0s, known_email: second_user}",
      "  faults:",
      "    rules: [{fault: bad_gateway, on: [create, update], share: 0.05}]",
      "A state is active, archived, blocked, doomed (deleted for good) or merged.",
      "",
      "Examples:",
      "  rollcall sandbox",
      "  rollcall sandbox --port 4010 --world club.yaml --latency 50ms",
      "  rollcall sandbox --write-settings try.yaml",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped as asked",
      "1:the port cannot be listened on",
      "2:wrong usage or world file"
    })
final class SandboxCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "4010",
      description = "Where to listen; 0 for any free port. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      converter = RateConverter.class,
      defaultValue = "166/10s",
      description = "Calls it takes before it answers 429. Default: ${DEFAULT-VALUE}.")
  private Rate rate;

  @Option(
      names = "--latency",
      paramLabel = "SPAN",
      converter = SandboxSpan.class,
      defaultValue = "0ms",
      description = "How long every answer takes. Default: ${DEFAULT-VALUE}.")
  private Duration latency;

  @Option(
      names = "--world",
      paramLabel = "FILE",
      description = "Who is in it. Default: nobody, and the built-in profile's attributes.")
  private @Nullable Path world;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "sandbox",
      description = "The access token it takes, unless FILE says. Default: ${DEFAULT-VALUE}.")
  private String token = "sandbox";

  @Option(
      names = "--write-world",
      paramLabel = "FILE",
      description = "Where to write who is in it at the end, for --world another time.")
  private @Nullable Path written;

  @Option(
      names = "--write-settings",
      paramLabel = "FILE",
      description = "Where to write settings that name it, for --config of other commands.")
  private @Nullable Path settings;

  @SuppressWarnings("NullAway.Init") // picocli sets options, if only to their defaults
  SandboxCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    var file = SandboxWorlds.open(world, token);
    if (written != null) {
      SandboxWorlds.check(written);
    }
    var target = Optional.ofNullable(settings).map(SandboxCommand::settingsFile);
    target.ifPresent(SettingsFile::check);
    var asked = stopSignal();
    try (var server = start(file)) {
      target.ifPresent(each -> each.write(settings(server)));
      terminal.out().println(invitation(server));
      asked.await();
    }
    if (written != null) {
      SandboxWorlds.write(file.world(), written);
    }
    return ExitCode.CONVERGED.code();
  }

  private SandboxServer start(WorldFile file) {
    var clock = InstantSource.system();
    var intercom = new SandboxIntercom(file.world(), file.behaviour(), rate, file.faults(), clock);
    try {
      return SandboxServer.start(intercom, port, latency);
    } catch (UncheckedIOException failure) {
      throw new RunStopped(
          RunStopped.Kind.FAILED,
          "Port %d cannot be listened on. Name another with --port, or 0 for any free one."
              .formatted(port),
          failure);
    }
  }

  private static SettingsFile settingsFile(Path path) {
    return new SettingsFile(
        path,
        false,
        "%s exists already. Name another file, or leave out --write-settings and go on with this one.");
  }

  private static String settings(SandboxServer server) {
    return SampleSettings.of(server.uri(), server.intercom().world().workspace().token());
  }

  private String invitation(SandboxServer server) {
    var there = server.intercom().world();
    return "Sandbox Intercom at %s, workspace %s, %s. Point Rollcall at it: %s"
        .formatted(
            server.uri(),
            there.workspace().id(),
            Words.count(there.contacts().size(), "contact"),
            settings == null
                ? "INTERCOM_API_URL=%s INTERCOM_ACCESS_TOKEN=%s rollcall plan"
                    .formatted(server.uri(), there.workspace().token())
                : "rollcall plan --config " + settings);
  }

  private static CountDownLatch stopSignal() {
    var asked = new CountDownLatch(1);
    Signals.hear("INT", asked::countDown);
    Signals.hear("TERM", asked::countDown);
    return asked;
  }

  /// Reads a span of time from the command line.
  static final class SandboxSpan implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return TimeSpan.parse(text);
      } catch (IllegalArgumentException failure) {
        throw new TypeConversionException(failure.getMessage());
      }
    }
  }
}
