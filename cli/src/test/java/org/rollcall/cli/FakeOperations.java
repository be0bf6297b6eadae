package org.rollcall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.app.Operations;
import org.rollcall.app.PlanOptions;
import org.rollcall.app.SyncOptions;
import org.rollcall.app.UndoOptions;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import org.rollcall.model.Privacy;
import org.rollcall.model.Workspace;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;
import org.rollcall.review.Explanation;
import org.rollcall.review.History;
import org.rollcall.run.Delivery;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.survey.Repair;

/// Answers what the test says it shall, and remembers what it was asked.
final class FakeOperations implements Operations {
  final List<Object> asked = new ArrayList<>();
  List<RunEvent> events = List.of();
  Report report = Samples.succeeded();
  Plan plan = Samples.plan();
  Plan planAfterwards = Samples.emptyPlan();
  Diagnosis diagnosis = new Diagnosis(List.of(), List.of());
  List<Delivery> deliveries = List.of();
  Optional<Privacy> privacy = Optional.empty();
  String workspace = "ab12";
  String digest = "0123456789abcdef";
  History history = new RememberedRuns();
  Throwing trouble = () -> {};

  /// Whatever an operation may throw.
  interface Throwing {
    void run() throws InterruptedException;
  }

  record Synced(SyncOptions options) {}

  record Simulated(SyncOptions options) {}

  record DemoClosed() {}

  @Override
  public Report sync(SyncOptions options, Consumer<RunEvent> events, BooleanSupplier stop)
      throws InterruptedException {
    asked.add(new Synced(options));
    return answer(events);
  }

  @Override
  public Report simulate(SyncOptions options, Consumer<RunEvent> events, BooleanSupplier stop)
      throws InterruptedException {
    asked.add(new Simulated(options));
    return answer(events);
  }

  @Override
  public <T> T remembered(Optional<Path> config, Function<History, T> question) {
    return question.apply(history);
  }

  @Override
  public Explanation explain(Optional<Path> config, String who, Consumer<RunEvent> events) {
    asked.add(who);
    return Samples.explanation();
  }

  @Override
  public Report apply(
      String command,
      SyncOptions options,
      Function<List<Change>, List<Change>> choice,
      Consumer<RunEvent> events,
      BooleanSupplier stop)
      throws InterruptedException {
    events.accept(new RunEvent.Admitted(new Workspace(workspace, "", "")));
    asked.add(choice.apply(plan.notable()));
    return answer(events);
  }

  @Override
  public String settingsDigest(Optional<Path> config) {
    return digest;
  }

  @Override
  public List<Delivery> testNotifiers(Optional<Path> config) {
    return deliveries;
  }

  @Override
  public Plan planUndo(UndoOptions options, Consumer<RunEvent> events) {
    asked.add(options);
    return Samples.undoing();
  }

  @Override
  public Report undo(UndoOptions options, Consumer<RunEvent> events, BooleanSupplier stop)
      throws InterruptedException {
    asked.add(options);
    return answer(events);
  }

  @Override
  public Plan plan(PlanOptions options, Consumer<RunEvent> events) throws InterruptedException {
    asked.add(options);
    trouble.run();
    this.events.forEach(events);
    return plan;
  }

  Demo demo(DemoOptions options) {
    asked.add(options);
    return new Demo() {
      @Override
      public Report sync(Consumer<RunEvent> events, BooleanSupplier stop)
          throws InterruptedException {
        return answer(events);
      }

      @Override
      public Plan plan(Consumer<RunEvent> events) {
        return planAfterwards;
      }

      @Override
      public void close() {
        asked.add(new DemoClosed());
      }
    };
  }

  @Override
  public Diagnosis examine(Optional<Path> config) {
    return diagnosis;
  }

  @Override
  public List<Finding> repair(Optional<Path> config, List<Repair> repairs) {
    asked.addAll(repairs);
    diagnosis = new Diagnosis(List.of(), List.of());
    return List.of(new Finding.Good("Custom attribute", "Created."));
  }

  @Override
  public Optional<Privacy> privacy(Optional<Path> config) {
    return privacy;
  }

  @Override
  public String settingsTemplate() {
    return "source: {}\n";
  }

  private Report answer(Consumer<RunEvent> listener) throws InterruptedException {
    trouble.run();
    events.forEach(listener);
    return report;
  }
}
