package org.rollcall.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.app.RunHandle;
import org.rollcall.app.StoreFigures;
import org.rollcall.model.SyncName;
import org.rollcall.run.Basis;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Totals;
import org.rollcall.server.runs.CurrentRuns;
import org.rollcall.server.web.WebServer;
import org.rollcall.settings.ListenAddress;
import org.rollcall.support.Pages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The figures as Prometheus gets them, over HTTP.
class ServiceMetricsTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private static final SyncName NORTH = new SyncName("north");
  private static final Pattern NAME = Pattern.compile("\\b(?:rollcall|jvm|process)_[a-z_]+\\b");

  private final ServiceMetrics metrics = new ServiceMetrics(() -> EIGHT.plusSeconds(3_600));
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server = server();
  private boolean storeIsUp = true;

  private WebServer server() {
    try {
      return WebServer.start(
          new ListenAddress("127.0.0.1", 0),
          Optional.empty(),
          List.of(metrics.routes(_ -> {})),
          _ -> {});
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void a_night_is_counted() throws Exception {
    var figures = afterANight();
    assertThat(figures.lines())
        .contains(
            "rollcall_run_last_success_age_seconds{sync=\"north\"} 3600.0",
            "rollcall_run_last_completion_age_seconds{sync=\"north\"} 3540.0",
            "rollcall_runs_total{status=\"partial\",sync=\"north\"} 1.0",
            "rollcall_runs_total{status=\"refused\",sync=\"north\"} 0.0",
            "rollcall_run_members{outcome=\"failed\",sync=\"north\"} 2.0",
            "rollcall_members_total{outcome=\"updated\",sync=\"north\"} 641.0",
            "rollcall_run_duration_seconds{sync=\"north\"} 60.0",
            "rollcall_run_status{status=\"partial\",sync=\"north\"} 1.0",
            "rollcall_intercom_rate_waits_total{sync=\"north\"} 1.0",
            "rollcall_intercom_rate_wait_seconds_total{sync=\"north\"} 2.5",
            "rollcall_intercom_retries_total{sync=\"north\"} 1.0",
            "rollcall_roster_retries_total{sync=\"north\"} 0.0",
            "rollcall_intercom_calls_total{kind=\"update\",status=\"200\",sync=\"north\"} 1.0",
            "rollcall_runs_most 4.0",
            "rollcall_runs_waiting 0.0",
            "rollcall_store_up 1.0",
            "rollcall_store_latency_seconds 0.004",
            "rollcall_schedule_late_seconds 7.0",
            "rollcall_lease_remaining_seconds{workspace=\"ab12\"} 42.0");
    assertThat(figures).contains("jvm_memory_used_bytes", "process_uptime_seconds");
  }

  @Test
  void a_run_without_a_report_has_failed() throws Exception {
    var run =
        RunHandle.start(
            NORTH,
            "run-1",
            () -> EIGHT,
            (_, _, _) -> {
              throw new RunStopped(RunStopped.Kind.FAILED, "no");
            });
    metrics.began(run);
    assertThat(awaited("rollcall_runs_total{status=\"failed\",sync=\"north\"} 1.0"))
        .contains("rollcall_runs_total{status=\"succeeded\",sync=\"north\"} 0.0");
  }

  @Test
  void a_store_that_does_not_answer_is_told_and_the_rest_is_there() throws Exception {
    storeIsUp = false;
    var figures = afterANight();
    assertThat(figures)
        .contains("rollcall_store_up 0.0", "rollcall_run_status")
        .doesNotContain("rollcall_store_latency_seconds", "rollcall_schedule_late_seconds");
  }

  /// An alert on a figure that is not there never fires.
  @Test
  void every_figure_that_is_watched_exists() throws Exception {
    var figures = afterANight();
    for (var file : List.of("deploy/alerts.yaml", "deploy/grafana.json", "docs/metrics.md")) {
      var names = new TreeSet<String>();
      watched(file)
          .forEach(text -> NAME.matcher(text).results().forEach(found -> names.add(found.group())));
      assertThat(names).as(file).hasSizeGreaterThan(4);
      assertThat(names).as(file).allSatisfy(name -> assertThat(figures).contains("\n" + name));
    }
  }

  private static List<String> watched(String file) {
    var text = Pages.read(file);
    return file.endsWith(".json")
        ? JsonMapper.shared().readTree(text).findValues("expr").stream()
            .map(JsonNode::asString)
            .toList()
        : List.of(text);
  }

  private String afterANight() throws Exception {
    var run =
        RunHandle.start(
            NORTH,
            "run-1",
            () -> EIGHT,
            (_, _, events) -> {
              events.accept(new RunEvent.Started("run-1", Basis.INTERCOM));
              events.accept(new RunEvent.RateWait(166, 166, Duration.ofMillis(2_500)));
              events.accept(
                  new RunEvent.GatewayRetry("an update", "no answer", 2, 4, Duration.ofSeconds(1)));
              return report();
            });
    metrics.watch(new CurrentRuns(4, _ -> {}), 4);
    metrics.watch(this::store, () -> 7);
    metrics.calls().called(NORTH, "update", "200", Duration.ofMillis(90));
    metrics.began(run);
    awaited("rollcall_intercom_retries_total{sync=\"north\"} 1.0");
    return awaited("rollcall_members_total{outcome=\"failed\",sync=\"north\"} 2.0");
  }

  private StoreFigures store() {
    if (!storeIsUp) {
      throw new RunStopped(RunStopped.Kind.FAILED, "no");
    }
    return new StoreFigures(
        Map.of(NORTH, EIGHT),
        Map.of(NORTH, EIGHT.plusSeconds(60)),
        Map.of("ab12", Duration.ofSeconds(42)),
        Duration.ofMillis(4));
  }

  private static Report report() {
    return new Report(
        NORTH,
        "run-1",
        Optional.empty(),
        Report.Status.PARTIAL,
        EIGHT,
        EIGHT.plusSeconds(60),
        Basis.INTERCOM,
        new Totals(743, 100, 641, 0, 0, 2, 0, 0),
        new Report.Requests(312, 24),
        List.of(),
        Optional.empty());
  }

  /// A run is followed on threads of its own.
  private String awaited(String line) throws Exception {
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    var figures = figures();
    while (!figures.contains(line)) {
      assertThat(System.nanoTime()).as(figures).isLessThan(until);
      Thread.onSpinWait();
      figures = figures();
    }
    return figures;
  }

  private String figures() throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:%d/metrics".formatted(server.port()));
    var answer =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    return answer.body();
  }
}
