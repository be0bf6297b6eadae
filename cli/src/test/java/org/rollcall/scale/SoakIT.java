package org.rollcall.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.access.AccessRole;
import org.rollcall.app.App;
import org.rollcall.app.Selection;
import org.rollcall.model.Rate;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SamplePostgres;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;

/// A day of a service in minutes: 50 syncs every minute, one call in twenty fails, viewers ask all
/// the time, and somebody starts runs. What the process uses must stay level, and the audit log
/// must have everything. `./mvnw verify -Psoak` runs it for 20 minutes, `-Dsoak.minutes=5` for
/// five.
@Tag("slow")
@EnabledIfSystemProperty(named = "rollcall.soak", matches = "\\d+")
class SoakIT {
  private static final int WORKSPACES = 50;
  private static final int MEMBERS = 20;
  private static final int VIEWERS = 5;
  private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(5);

  private final Duration duration = Duration.ofMinutes(Integer.getInteger("rollcall.soak", 1));
  private final SamplePostgres postgres = SamplePostgres.start();
  private final List<SandboxServer> servers = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private final AtomicInteger questions = new AtomicInteger();
  private final AtomicInteger wrongAnswers = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  @TempDir private Path folder;

  private record Sample(long memory, long threads, long handles, long connections) {}

  @AfterEach
  void close() {
    servers.forEach(SandboxServer::close);
    postgres.close();
  }

  @Test
  void all_that_a_service_uses_stays_level_and_the_audit_log_has_everything() throws Exception {
    prepare();
    var viewer = token("viewer", AccessRole.VIEWER);
    var operator = token("operator", AccessRole.OPERATOR);
    try (var service = FleetProcess.start(folder, "soak", 8, 0, environment())) {
      while (!service.isReady()) {
        assertThat(service.isAlive()).as(service.said()).isTrue();
        TimeUnit.MILLISECONDS.sleep(100);
      }
      var address = service.address().orElseThrow();
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int each = 0; each < VIEWERS; each++) {
          people.execute(() -> view(address, viewer));
        }
        people.execute(() -> startRuns(address, operator));
        watch(service);
        people.shutdownNow();
      }
    }
    tell();
    isLevel("memory", Sample::memory, 1.15, 16_000_000);
    isLevel("threads", Sample::threads, 1.1, 10);
    isLevel("file handles", Sample::handles, 1.1, 20);
    isLevel("connections", Sample::connections, 1.0, 2);
    assertThat(wrongAnswers).hasValue(0);
    assertThat(number("select count(*) from rollcall.runs where status = 'succeeded'"))
        .isGreaterThan(WORKSPACES * (duration.toMinutes() - 1) / 2);
    var starts = "from rollcall.audit where action = 'POST /api/v1/syncs/{name}/runs'";
    assertThat(number("select count(*) " + starts + " and ending = 'begun'"))
        .isEqualTo(asked.get());
    assertThat(number("select count(*) " + starts + " and ending <> 'begun'"))
        .isEqualTo(asked.get());
  }

  private void prepare() throws SQLException, IOException {
    try (var connection = postgres.connect("postgres")) {
      SampleRoster.of(MEMBERS).load(connection);
    }
    var syncs = new StringBuilder("syncs:\n");
    for (int at = 0; at < WORKSPACES; at++) {
      syncs.append("  w%d: w%d.yaml%n".formatted(at, at));
      Files.writeString(folder.resolve("w%d.yaml".formatted(at)), sync(at));
    }
    Files.writeString(
        folder.resolve("rollcall.yaml"),
        syncs + "store: { url: '%s' }%n".formatted(postgres.url()));
  }

  private String sync(int at) {
    var world =
        World.withAttributes(
            new SandboxWorkspace("workspace-" + at, "Club " + at, "US", "token-" + at),
            List.of("member_type", "region", "facility", "positions"));
    var faults =
        new Faults(
            List.of(
                Faults.Rule.share(0.02, Fault.SERVER_ERROR),
                Faults.Rule.share(0.02, Fault.UNAVAILABLE),
                Faults.Rule.share(0.01, Fault.RESET_AFTER)),
            at);
    var intercom =
        new SandboxIntercom(
            world,
            Behaviour.DEFAULT,
            new Rate(166, Duration.ofSeconds(10)),
            faults,
            InstantSource.system());
    servers.add(SandboxServer.start(intercom, 0, Duration.ofMillis(20)));
    return "schedule: '* * * * *'\n"
        + new App(Map.of(), folder, InstantSource.system())
            .settingsTemplate()
            .replace("${INTERCOM_ACCESS_TOKEN}", "token-" + at)
            .replace("api_url: ${INTERCOM_API_URL:-}", "api_url: " + servers.getLast().uri())
            .replaceFirst("(?s)\\nstore:\\n.*?\\n\\n\\n", "\\n");
  }

  private Map<String, String> environment() {
    return Map.of("DATABASE_URL", postgres.url());
  }

  private String token(String name, AccessRole role) {
    try (var app = new App(environment(), folder, InstantSource.system())) {
      return app.access(Selection.USUAL).issue(name, role, Optional.empty()).value().secret();
    }
  }

  private void view(URI address, String token) {
    try (var client = HttpClient.newHttpClient()) {
      for (int round = 0; ; round++) {
        var path =
            round % 2 == 0
                ? "/api/v1/syncs"
                : "/api/v1/syncs/w%d/runs?limit=20".formatted(round % WORKSPACES);
        var request = request(address, path, token).build();
        int status = client.send(request, BodyHandlers.ofString()).statusCode();
        questions.incrementAndGet();
        if (status != 200) {
          wrongAnswers.incrementAndGet();
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (InterruptedException _) {
      // The time is over.
    } catch (IOException broken) {
      wrongAnswers.incrementAndGet();
    }
  }

  private void startRuns(URI address, String token) {
    try (var client = HttpClient.newHttpClient()) {
      for (int round = 0; ; round++) {
        var path = "/api/v1/syncs/w%d/runs".formatted(round % WORKSPACES);
        var request = request(address, path, token).POST(BodyPublishers.noBody()).build();
        int status = client.send(request, BodyHandlers.ofString()).statusCode();
        asked.incrementAndGet();
        // It begins, one of the same sync goes on, or there is no room.
        if (status != 202 && status != 409 && status != 503) {
          wrongAnswers.incrementAndGet();
        }
        TimeUnit.SECONDS.sleep(1);
      }
    } catch (InterruptedException _) {
      // The time is over.
    } catch (IOException broken) {
      wrongAnswers.incrementAndGet();
    }
  }

  private static HttpRequest.Builder request(URI address, String path, String token) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + token);
  }

  private void watch(FleetProcess service) throws Exception {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_SAMPLES.toMillis());
      samples.add(
          new Sample(
              service.memory("VmRSS"),
              service.threads(),
              service.handles(),
              number(
                  "select count(*) from pg_stat_activity where backend_type = 'client backend'")));
    }
  }

  private long number(String question) throws SQLException {
    try (var connection = postgres.connect("postgres");
        var rows = connection.createStatement().executeQuery(question)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void tell() throws SQLException {
    System.out.printf(
        "%s: %d runs succeeded, %d in all; %d questions, %d runs asked for, %d wrong answers%n",
        duration,
        number("select count(*) from rollcall.runs where status = 'succeeded'"),
        number("select count(*) from rollcall.runs"),
        questions.get(),
        asked.get(),
        wrongAnswers.get());
    for (int third = 0; third < 3; third++) {
      System.out.printf(
          "third %d: %.0f MB, %.0f threads, %.0f handles, %.1f connections%n",
          third + 1,
          mean(third, Sample::memory) / 1e6,
          mean(third, Sample::threads),
          mean(third, Sample::handles),
          mean(third, Sample::connections));
    }
  }

  /// The first third of the time is for warming up.
  private void isLevel(String what, ToLongFunction<Sample> of, double factor, double more) {
    assertThat(mean(2, of)).as(what).isLessThanOrEqualTo(mean(1, of) * factor + more);
  }

  private double mean(int third, ToLongFunction<Sample> of) {
    int size = samples.size() / 3;
    return samples.subList(third * size, (third + 1) * size).stream()
        .mapToLong(of)
        .average()
        .orElseThrow();
  }
}
