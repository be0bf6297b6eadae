package org.rollcall.server;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.app.App;
import org.rollcall.app.Logins;
import org.rollcall.app.RunHandle;
import org.rollcall.app.Selection;
import org.rollcall.app.ServiceStore;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Trigger;
import org.rollcall.run.RunStopped;
import org.rollcall.server.access.Exposure;
import org.rollcall.server.access.Guard;
import org.rollcall.server.access.LoginRoutes;
import org.rollcall.server.access.PageGuard;
import org.rollcall.server.api.Api;
import org.rollcall.server.metrics.ServiceMetrics;
import org.rollcall.server.pages.Pages;
import org.rollcall.server.runs.CurrentRuns;
import org.rollcall.server.runs.RunLauncher;
import org.rollcall.server.runs.ServedProgram;
import org.rollcall.server.runs.ServiceLog;
import org.rollcall.server.schedule.RunSchedule;
import org.rollcall.server.web.Certificate;
import org.rollcall.server.web.Routes;
import org.rollcall.server.web.WebServer;
import org.rollcall.settings.ListenAddress;

/// Everything that goes on between two signals: the schedule, the runs and the answers over HTTP.
/// For many threads.
public final class Service implements AutoCloseable {
  private final OpenedParts parts = new OpenedParts();
  private final ServedProgram program;
  private final ServiceStore store;
  private final CurrentRuns runs;
  private final RunSchedule schedule;
  private final ListenAddress listen;
  private final Optional<Certificate> certificate;
  private final WebServer web;

  /// Starts the service. What was missed while nothing was up begins at once.
  ///
  /// @param fresh a program that has read no settings yet
  /// @param selection which settings; without a sync
  /// @throws RunStopped when the settings are wrong, the store cannot be used, or the address
  ///   cannot be listened on; then nothing goes on
  public Service(
      Supplier<App> fresh,
      Selection selection,
      ServiceTerms terms,
      ServiceLog log,
      InstantSource clock) {
    try {
      var metrics = new ServiceMetrics(clock);
      program = new ServedProgram(() -> measured(fresh.get(), metrics), selection);
      parts.add(program::close);
      store = program.openStore();
      parts.add(store::close);
      runs = new CurrentRuns(terms.runs(), run -> began(run, metrics, log));
      var launcher = new RunLauncher(program, runs, log);
      schedule = schedule(launcher, terms, log, clock);
      var settings = program.server();
      var access = store.access(program.starter(), clock);
      listen = terms.listen().or(settings::listen).orElse(ListenAddress.USUAL);
      var people = store.people(program.starter(), clock);
      Exposure.refuse(listen, settings, access, people);
      certificate = settings.certificate().map(Certificate::read);
      metrics.watch(runs, terms.runs());
      metrics.watch(() -> store.figures(clock).of(program.syncs()), schedule::secondsLate);
      var guard = new Guard(access, listen, settings, log::warned);
      web =
          listen(
              List.of(
                  guard,
                  new Health(store::answers, schedule::isTicking),
                  metrics.routes(guard::admitToFigures),
                  new PageGuard(people, access, settings, log::warned),
                  new LoginRoutes(
                      people,
                      new Logins(people, access.audit()),
                      settings,
                      Pages::login,
                      log::warned),
                  new Pages(program, runs, launcher, store, this::reload, clock),
                  new Api(
                      program, runs, launcher, schedule.takeover(), store, this::reload, clock)),
              log);
      parts.add(web::close);
      parts.add(schedule::close);
      schedule.start();
      schedule.lookAtAll(program);
    } catch (RuntimeException failed) {
      parts.close();
      throw failed;
    }
  }

  private RunSchedule schedule(
      RunLauncher launcher, ServiceTerms terms, ServiceLog log, InstantSource clock) {
    var operator = program.starter();
    var starter = new Starter(operator.user(), operator.host(), Trigger.SCHEDULE);
    return new RunSchedule(
        store,
        "%s:%d".formatted(operator.host(), ProcessHandle.current().pid()),
        terms.runs(),
        program,
        launcher,
        log,
        starter,
        clock);
  }

  private static App measured(App program, ServiceMetrics metrics) {
    program.measure(metrics.calls());
    return program;
  }

  private static void began(RunHandle run, ServiceMetrics metrics, ServiceLog log) {
    if (!run.isSimulated()) {
      metrics.began(run);
    }
    log.began(run);
  }

  private WebServer listen(List<Routes> routes, ServiceLog log) {
    try {
      return WebServer.start(listen, certificate, routes, log::broken);
    } catch (IOException taken) {
      throw new RunStopped(
          RunStopped.Kind.FAILED,
          "%s cannot be listened on: %s. Name another address with --listen."
              .formatted(listen, taken.getMessage()),
          taken);
    }
  }

  /// The port it listens on.
  public int port() {
    return web.port();
  }

  /// Where it answers: `http://127.0.0.1:8377`.
  public String address() {
    return "%s://%s"
        .formatted(
            certificate.isPresent() ? "https" : "http", new ListenAddress(listen.host(), port()));
  }

  /// Where its store is, without any secret.
  public String storePlace() {
    return store.place();
  }

  /// Whether other processes can share its work.
  public boolean isShared() {
    return store.isShared();
  }

  /// When the schedule of a sync is looked at next; empty where it has none.
  Optional<Instant> nextLook(SyncName sync) {
    return schedule.nextLook(sync);
  }

  /// Reads the settings again, as a whole or not at all. Runs that go on keep theirs.
  ///
  /// @throws RunStopped with every mistake in them; then the earlier ones stay in force
  public void reload() {
    program.reload();
    schedule.lookAtAll(program);
  }

  /// Stops within ten seconds: runs finish what is in flight and say that they were interrupted.
  @Override
  public void close() {
    runs.close();
    runs.awaitEnd();
    parts.close();
  }
}
