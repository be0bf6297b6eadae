package org.rollcall.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.app.Access;
import org.rollcall.app.Brake;
import org.rollcall.app.DraftedSettings;
import org.rollcall.app.FoundMember;
import org.rollcall.app.Ignores;
import org.rollcall.app.Operations;
import org.rollcall.app.OrphanList;
import org.rollcall.app.People;
import org.rollcall.app.RunHandle;
import org.rollcall.app.RunRequest;
import org.rollcall.app.Selection;
import org.rollcall.app.SyncPlan;
import org.rollcall.app.Timetable;
import org.rollcall.app.Validation;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import org.rollcall.model.Ignored;
import org.rollcall.model.MemberId;
import org.rollcall.model.Newest;
import org.rollcall.model.Pause;
import org.rollcall.model.Privacy;
import org.rollcall.model.Rate;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.plan.Plan;
import org.rollcall.review.Explanation;
import org.rollcall.review.History;
import org.rollcall.review.PlanCost;
import org.rollcall.run.Delivery;
import org.rollcall.run.KnownIgnores;
import org.rollcall.run.KnownPause;
import org.rollcall.run.PlanReview;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.schedule.Schedule;
import org.rollcall.settings.SettingsLine;
import org.rollcall.support.RememberedAccess;
import org.rollcall.support.RememberedPeople;
import org.rollcall.survey.Repair;

/// Answers what the test says it shall, and remembers what it was asked.
final class FakeOperations implements Operations {
  /// What the token opens.
  Optional<Workspace> workspace = Optional.empty();

  final List<Object> asked = new ArrayList<>();
  List<SyncName> syncs = List.of(SyncName.DEFAULT);
  List<RunEvent> events = List.of();
  Report report = Samples.succeeded();
  Plan plan = Samples.plan();
  Plan planAfterwards = Samples.emptyPlan();
  PlanReview review = PlanReview.NONE;
  Diagnosis diagnosis = new Diagnosis(List.of(), List.of());
  Diagnosis afterRepair = new Diagnosis(List.of(), List.of());
  List<Delivery> deliveries = List.of();
  Validation validation = new Validation("rollcall.yaml", List.of(), 0);
  Optional<Privacy> privacy = Optional.empty();
  Target target = Samples.TARGET;
  String digest = "0123456789abcdef";
  History history = new RememberedRuns();
  Explanation explanation = Samples.explanation();
  OrphanList orphans = Samples.orphans();
  Optional<Pause> pause = Optional.empty();
  final Map<SyncName, Schedule> schedules = new HashMap<>();
  final RememberedAccess access = new RememberedAccess();
  final RememberedPeople people = new RememberedPeople(access.entries);
  final TreeMap<MemberId, Ignored> ignored = new TreeMap<>();
  Throwing trouble = () -> {};

  /// Whatever an operation may throw.
  interface Throwing {
    void run() throws InterruptedException;
  }

  /// A run that was begun.
  record Started(Selection selection, RunRequest request) {}

  record DemoClosed() {}

  @Override
  public RunHandle start(Selection selection, RunRequest request) {
    if (request instanceof RunRequest.Chosen(_, var choice, _)) {
      return handle(heard -> {
        asked.add(choice.among(target, plan));
        return answer(heard);
      });
    }
    asked.add(new Started(selection, request));
    return handle(this::answer);
  }

  @Override
  public RunHandle start(Selection selection, RunRequest request, Starter starter) {
    return start(selection, request);
  }

  @Override
  public Optional<String> writer(Selection selection) {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> newest(Selection selection, Newest asked) {
    return Optional.empty();
  }

  private interface Answer {
    Report to(Consumer<RunEvent> events) throws InterruptedException;
  }

  private static RunHandle handle(Answer answer) {
    return RunHandle.start(
        SyncName.DEFAULT, "run-1", () -> Instant.EPOCH, (_, _, heard) -> answer.to(heard));
  }

  @Override
  public List<FoundMember> find(Selection selection, String words, int most) {
    return List.of();
  }

  @Override
  public List<SettingsLine> settings(Selection selection) {
    return List.of();
  }

  @Override
  public Rate rate(Selection selection) {
    return PlanCost.USUAL;
  }

  @Override
  public List<SyncName> syncs(Selection selection) {
    return syncs;
  }

  @Override
  public <T> T remembered(Selection selection, Function<History, T> question) {
    return question.apply(history);
  }

  @Override
  public Explanation explain(Selection selection, String who, Consumer<RunEvent> heard) {
    asked.add(who);
    events.forEach(heard);
    return explanation;
  }

  @Override
  public OrphanList orphans(Selection selection, Consumer<RunEvent> heard) {
    asked.add("orphans");
    events.forEach(heard);
    return orphans;
  }

  @Override
  public Brake brake(Selection selection) {
    return new Brake(
        selection.sync().orElse(SyncName.DEFAULT),
        target.roster(),
        new KnownPause() {
          @Override
          public Optional<Pause> get() {
            return pause;
          }

          @Override
          public void set(Pause other) {
            pause = Optional.of(other);
          }

          @Override
          public void end() {
            pause = Optional.empty();
          }
        },
        Samples.STARTER.who(),
        () -> Samples.EIGHT);
  }

  @Override
  public Ignores ignores(Selection selection) {
    return new Ignores(
        SyncName.DEFAULT,
        target,
        new KnownIgnores() {
          @Override
          public List<Ignored> all() {
            return List.copyOf(ignored.values());
          }

          @Override
          public void put(Ignored one) {
            ignored.put(one.member(), one);
          }

          @Override
          public Optional<Ignored> remove(MemberId member) {
            return Optional.ofNullable(ignored.remove(member));
          }
        },
        Samples.failures(),
        Samples.STARTER.who(),
        () -> Samples.EIGHT);
  }

  @Override
  public Access access(Selection selection) {
    return new Access(access, access, Samples.STARTER, () -> Samples.EIGHT);
  }

  @Override
  public People people(Selection selection) {
    return new People(people, people, Samples.STARTER, () -> Samples.EIGHT);
  }

  @Override
  public String settingsDigest(Selection selection) {
    return digest;
  }

  @Override
  public List<Delivery> testNotifiers(Selection selection) throws InterruptedException {
    trouble.run();
    return deliveries;
  }

  @Override
  public SyncPlan planUndo(Selection selection, RunRequest.Undo undo, Consumer<RunEvent> heard) {
    asked.add(undo);
    events.forEach(heard);
    return made(Samples.undoing());
  }

  @Override
  public SyncPlan plan(Selection selection, OptionalInt limit, Consumer<RunEvent> heard)
      throws InterruptedException {
    asked.add(limit);
    trouble.run();
    events.forEach(heard);
    return made(plan);
  }

  private SyncPlan made(Plan some) {
    return new SyncPlan(
        SyncName.DEFAULT, target, Samples.EIGHT, digest, some, review, Samples.cost(some));
  }

  Demo demo(DemoOptions options) {
    asked.add(options);
    return new Demo() {
      @Override
      public RunHandle start() {
        return handle(FakeOperations.this::answer);
      }

      @Override
      public Plan plan(Consumer<RunEvent> heard) {
        return planAfterwards;
      }

      @Override
      public void close() {
        asked.add(new DemoClosed());
      }
    };
  }

  @Override
  public SequencedMap<SyncName, Diagnosis> examine(Selection selection) {
    var diagnoses = new LinkedHashMap<SyncName, Diagnosis>();
    syncs.forEach(name -> diagnoses.put(name, diagnosis));
    return diagnoses;
  }

  @Override
  public List<Finding> repair(Selection selection, List<Repair> repairs) {
    asked.addAll(repairs);
    diagnosis = afterRepair;
    return List.of(new Finding.Good("Custom attribute", "Created."));
  }

  @Override
  public List<Timetable> timetables(Selection selection, int count) {
    return syncs.stream()
        .map(sync ->
            Timetable.of(
                sync, Optional.ofNullable(schedules.get(sync)), pause, Samples.EIGHT, count))
        .toList();
  }

  @Override
  public Validation validate(Selection selection) {
    asked.add(selection);
    return validation;
  }

  @Override
  public Optional<Privacy> privacy(Selection selection) {
    return privacy;
  }

  @Override
  public DraftedSettings draftSettings(
      Optional<Path> environmentFile, Path file, Consumer<RunEvent> listener) {
    asked.add("draft");
    return new DraftedSettings(
        "source: {}\n", "the roster (2 eligible members)", List.of("no table regions"), workspace);
  }

  @Override
  public Optional<Workspace> openedWorkspace() {
    return workspace;
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
