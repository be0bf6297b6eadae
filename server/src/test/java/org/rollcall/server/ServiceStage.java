package org.rollcall.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rollcall.access.AccessRole;
import org.rollcall.app.App;
import org.rollcall.app.RunHandle;
import org.rollcall.app.Selection;
import org.rollcall.model.Rate;
import org.rollcall.model.SyncName;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.OneMemberRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.server.runs.ServiceLog;
import org.rollcall.settings.ListenAddress;

/// A folder with settings, a roster of one member, a stand-in Intercom, and a clock that can be
/// set. Services can be started here, one after the other or beside each other.
final class ServiceStage implements AutoCloseable {
  private static final List<String> ATTRIBUTES =
      List.of("member_type", "region", "facility", "positions");

  final MovedClock clock;
  final World world = World.withAttributes(SandboxWorkspace.sandbox("token"), ATTRIBUTES);
  final List<String> said = new CopyOnWriteArrayList<>();
  private final Path folder;
  final HeldRoster roster;
  private final OneMemberRoster members;
  private final SandboxServer intercom;
  private final HttpClient client = HttpClient.newHttpClient();

  ServiceStage(Path folder, Instant now) throws IOException {
    this(folder, now, OneMemberRoster.start());
  }

  /// @param members the only member; closed with the stage
  ServiceStage(Path folder, Instant now, OneMemberRoster members) throws IOException {
    this.folder = folder;
    this.clock = MovedClock.at(now);
    this.members = members;
    this.roster = HeldRoster.before(members.uri());
    this.intercom =
        SandboxServer.start(
            new SandboxIntercom(
                world,
                Behaviour.DEFAULT,
                new Rate(1_000, Duration.ofSeconds(10)),
                Faults.none(),
                clock),
            0,
            Duration.ZERO);
  }

  /// Writes the built-in settings with these lines before them.
  void settings(String lines) throws IOException {
    settings(lines, "", "");
  }

  /// The same, with `other` in the place of a part of the built-in settings.
  void settings(String lines, String part, String other) throws IOException {
    var template = new App(Map.of(), folder, clock).settingsTemplate();
    Files.writeString(
        folder.resolve("rollcall.yaml"), lines + "\n" + template.replace(part, other));
  }

  App program() {
    return new App(
        Map.of(
            "SUPABASE_URL",
            roster.uri().toString(),
            "SUPABASE_SERVICE_ROLE_KEY",
            "key",
            "INTERCOM_API_URL",
            intercom.uri().toString(),
            "INTERCOM_ACCESS_TOKEN",
            "token"),
        folder,
        clock);
  }

  Selection selection() {
    return new Selection(
        Optional.of(folder.resolve("rollcall.yaml")), Optional.empty(), Optional.empty());
  }

  Service service() {
    return new Service(
        this::program,
        selection(),
        new ServiceTerms(Optional.of(new ListenAddress("127.0.0.1", 0)), 2),
        new Said(),
        clock);
  }

  /// What the history has, the newest first.
  List<JournaledRun> runs() {
    try (var app = program()) {
      return app.remembered(selection(), history -> history.runs(RunFilter.ALL, 10));
    }
  }

  /// Waits until the history has `count` runs that have ended.
  void awaitRuns(int count) throws InterruptedException {
    await(() -> runs().stream().filter(run -> run.finished().isPresent()).count() >= count);
  }

  /// Waits until the schedule was looked at, and nothing was due.
  void awaitLook(Service service) throws InterruptedException {
    await(() -> service.nextLook(SyncName.DEFAULT).filter(clock.instant()::isBefore).isPresent());
  }

  interface Condition {
    boolean holds();
  }

  static void await(Condition condition) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("It did not come to pass within 30 s.");
      }
      Thread.sleep(50);
    }
  }

  HttpResponse<String> get(Service service, String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(service.port(), path)));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Asks for something as an operator.
  HttpResponse<String> post(Service service, String path) throws IOException, InterruptedException {
    String token;
    try (var program = program()) {
      token =
          program
              .access(selection())
              .issue("test", AccessRole.OPERATOR, Optional.empty())
              .value()
              .secret();
    }
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(service.port(), path)))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.noBody());
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  ServiceLog log() {
    return new Said();
  }

  /// Keeps what the service says.
  private final class Said implements ServiceLog {
    @Override
    public void began(RunHandle run) {
      said.add("began " + run.sync());
    }

    @Override
    public void failed(SyncName sync, String run, List<String> lines) {
      said.addAll(lines);
    }

    @Override
    public void broken(Exception failure) {
      said.add("broken: " + failure);
    }

    @Override
    public void said(String sentence) {
      said.add(sentence);
    }

    @Override
    public void warned(String sentence) {
      said.add(sentence);
    }
  }

  @Override
  public void close() {
    client.close();
    intercom.close();
    roster.close();
    members.close();
  }
}
