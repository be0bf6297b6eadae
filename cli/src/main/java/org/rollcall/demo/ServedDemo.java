package org.rollcall.demo;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.app.App;
import org.rollcall.run.RunStopped;
import org.rollcall.sandbox.SamplePostgres;
import org.rollcall.server.OpenedParts;
import org.rollcall.server.Service;
import org.rollcall.server.ServiceTerms;
import org.rollcall.server.runs.ServiceLog;

/// A service over three invented unions with a year behind them. Closing it stops whatever it
/// started and leaves nothing behind.
public final class ServedDemo implements AutoCloseable {
  private final OpenedParts parts = new OpenedParts();
  private final DemoFolder folder;
  private final Service service;
  private final List<String> invitation;

  private ServedDemo(DemoTerms terms, ServiceLog log, InstantSource clock)
      throws SQLException, InterruptedException {
    try {
      folder = DemoFolder.make();
      parts.add(folder::close);
      var invitations = makePast(terms, new DemoClock(clock));
      service =
          new Service(
              () -> new App(folder.environment(), folder.path(), clock),
              folder.selection(),
              new ServiceTerms(Optional.of(terms.listen()), ServiceTerms.USUAL_RUNS),
              log,
              clock);
      parts.add(service::close);
      invitation =
          invitations.stream().flatMap(each -> each.to(service.address()).stream()).toList();
    } catch (RuntimeException | SQLException | InterruptedException failed) {
      parts.close();
      throw failed;
    }
  }

  /// Starts it, which takes some seconds.
  ///
  /// @throws RunStopped when it cannot be started; then nothing is left behind
  public static ServedDemo start(DemoTerms terms, ServiceLog log, InstantSource clock)
      throws InterruptedException {
    try {
      return new ServedDemo(terms, log, clock);
    } catch (UncheckedIOException failed) {
      throw new RunStopped(RunStopped.Kind.FAILED, String.valueOf(failed.getMessage()), failed);
    } catch (SQLException failed) {
      throw new RunStopped(
          RunStopped.Kind.FAILED, "The sample roster could not be loaded.", failed);
    }
  }

  /// The store is opened while PostgreSQL starts.
  private List<DemoGuest.Invitation> makePast(DemoTerms terms, DemoClock clock)
      throws SQLException, InterruptedException {
    folder.write("rollcall.yaml", settings());
    try (var app = new App(folder.environment(), folder.path(), clock)) {
      var opening = Thread.ofPlatform().start(() -> app.remember(folder.selection(), List.of()));
      var postgres = SamplePostgres.start();
      parts.add(postgres::close);
      var stages = open(terms, postgres, clock);
      opening.join();
      makePasts(stages, app, terms, clock);
      return Stream.<DemoGuest>of(DemoGuest::withAccount, DemoGuest::withToken)
          .map(guest -> guest.letIn(app, folder.selection()))
          .toList();
    }
  }

  private List<UnionStage> open(DemoTerms terms, SamplePostgres postgres, DemoClock clock)
      throws SQLException {
    var stages = new ArrayList<UnionStage>();
    for (var union : DemoUnion.values()) {
      var stage = UnionStage.open(union, terms.members(), postgres, clock);
      parts.add(stage::close);
      folder.write(union.sync() + ".yaml", stage.settings());
      stages.add(stage);
    }
    return stages;
  }

  /// One union after the other: they share a clock and a store.
  private void makePasts(List<UnionStage> stages, App app, DemoTerms terms, DemoClock clock)
      throws SQLException, InterruptedException {
    var now = clock.instant();
    for (var stage : stages) {
      var nights = stage.union().nights(now, terms.days());
      new UnionPast(stage, app, folder.selection()).make(nights);
    }
    clock.setRight();
  }

  private static String settings() {
    var syncs = new StringBuilder("syncs:\n");
    for (var union : DemoUnion.values()) {
      syncs.append("  %1$s: %1$s.yaml\n".formatted(union.sync()));
    }
    return syncs + "store:\n  keep: 400d\n";
  }

  /// Where it answers.
  public String address() {
    return service.address();
  }

  /// What to do with the address, a line each.
  public List<String> invitation() {
    return invitation;
  }

  @Override
  public void close() {
    parts.close();
  }
}
