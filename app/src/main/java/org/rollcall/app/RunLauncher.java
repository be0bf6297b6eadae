package org.rollcall.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Safeguard;
import org.rollcall.review.Explaining;
import org.rollcall.review.Explanation;
import org.rollcall.review.JournaledChange;
import org.rollcall.run.ChosenPlan;
import org.rollcall.run.Preflight;
import org.rollcall.run.Reading;
import org.rollcall.run.Report;
import org.rollcall.run.RevivalGuard;
import org.rollcall.run.Revivals;
import org.rollcall.run.RunEvent;
import org.rollcall.run.Simulation;

/// One command's work on one roster and one workspace: builds what it needs and runs it once.
public final class RunLauncher {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final SyncDefinition setup;
  private final Optional<Path> memory;
  private final InstantSource clock;
  private final BooleanSupplier stop;
  private final Consumer<RunEvent> events;

  /// @param memory where to keep what the next run should know; empty to keep nothing
  public RunLauncher(
      SyncDefinition setup,
      Optional<Path> memory,
      InstantSource clock,
      BooleanSupplier stop,
      Consumer<RunEvent> events) {
    this.setup = setup;
    this.memory = memory;
    this.clock = clock;
    this.stop = stop;
    this.events = new SerializedListener(events);
  }

  Report simulate(OptionalInt limit) throws InterruptedException {
    return knowing(knowledge -> {
      var reading = assembly(knowledge, events).reading();
      return new Simulation(reading, knowledge.contactIndex(), clock)
          .run(runId(), limit(limit), events);
    });
  }

  /// The members as they should be, read anew.
  public Reading reading() {
    return assembly(LearnedFacts.none(), events).reading();
  }

  public Plan plan(OptionalInt limit) throws InterruptedException {
    return looking((assembly, client) ->
        assembly.planning(client, assembly.preflight(_ -> {})).plan(limit(limit), events).plan());
  }

  /// What taking `changes` back would do.
  Plan planUndo(List<JournaledChange> changes) throws InterruptedException {
    return looking((assembly, client) ->
        assembly
            .undoing(client, changes, assembly.preflight(_ -> {}))
            .plan(OptionalInt.empty(), events)
            .plan());
  }

  /// Why a member looks as they do, and what the next run would do about it.
  Explanation explain(String asked, BiFunction<MemberId, Integer, List<JournaledChange>> history)
      throws InterruptedException {
    return looking((assembly, client) ->
        new Explaining(
                assembly.mapping(),
                mapping -> assembly.planningByTheList(client, assembly.preflight(_ -> {}), mapping),
                assembly.expressions(),
                history)
            .of(asked, events));
  }

  /// @param safeguard what judges the plan; empty where the operator overrides it
  public Report sync(OptionalInt limit, int batchSize, Optional<Safeguard> safeguard) {
    return writing(
        "sync",
        RunRecorder::revivals,
        (run, preflight) -> run.all(preflight, safeguard, limit(limit), batchSize));
  }

  /// Carries out what `choice` takes of the plan, and nothing else.
  ///
  /// @param command what was asked for
  /// @param choice from the changes that there is something to do or say about
  Report apply(
      String command, Function<List<Change>, List<Change>> choice, Optional<Safeguard> safeguard) {
    return writing(
        command,
        RunRecorder::revivals,
        (run, preflight) -> {
          var assembly = run.assembly();
          var whole = assembly.planningByTheList(run.client(), preflight, assembly.mapping());
          return run.some(new ChosenPlan(whole, choice), safeguard);
        });
  }

  /// Takes `changes` back. It is a run like any other, and can itself be taken back. What it brings
  /// back it means to: should it be killed, nobody puts that away again.
  Report undo(List<JournaledChange> changes, Optional<Safeguard> safeguard) {
    return writing(
        "undo",
        _ -> Revivals.none(),
        (run, preflight) ->
            run.some(run.assembly().undoing(run.client(), changes, preflight), safeguard));
  }

  private interface Looking<T> {
    T done(SyncWiring assembly, IntercomClient client) throws InterruptedException;
  }

  /// A command that reads Intercom and writes nothing.
  private <T> T looking(Looking<T> command) throws InterruptedException {
    return knowing(knowledge -> {
      var assembly = assembly(knowledge, events);
      try (var client = assembly.client()) {
        return command.done(assembly, client);
      }
    });
  }

  private interface Knowing<T> {
    T done(LearnedFacts knowledge) throws InterruptedException;
  }

  /// A command that writes nothing, knowing what a run would know.
  private <T> T knowing(Knowing<T> command) throws InterruptedException {
    if (memory.isEmpty()) {
      return command.done(LearnedFacts.none());
    }
    try (var store = StoreConnection.of(setup.settings().memory(), memory.get())) {
      return command.done(LearnedFacts.of(store, setup, clock, new OncePerSentence(this::warn)));
    }
  }

  private interface Writing {
    Report done(RunInProgress run, Preflight preflight);
  }

  /// A command that writes: it takes the lease before it reads, puts back what a killed run had
  /// brought back, and is remembered.
  ///
  /// @param revivals where to note what it brings back itself
  private Report writing(String command, Function<RunRecorder, Revivals> revivals, Writing work) {
    try (var remembering = RunRecorder.of(memory, command, setup, clock, events)) {
      var heard = new SerializedListener(remembering.events());
      var assembly = assembly(remembering.knowledge(), heard);
      var lease = remembering.lease();
      BooleanSupplier over = () -> stop.getAsBoolean() || lease.isLost();
      try (var client = assembly.client();
          var _ = new HangUpAfterStop(over, client::close)) {
        var noting = new RevivalGuard(client.gateway(), revivals.apply(remembering));
        var run =
            new RunInProgress(runId(), assembly, remembering.knowledge(), client, noting, over);
        var preflight =
            assembly.preflight(account -> {
              lease.take(account, run.id());
              noting.putBack(heard);
            });
        var report = work.done(run, preflight);
        noting.seenTo();
        return report;
      }
    }
  }

  private void warn(String sentence) {
    events.accept(new RunEvent.Warned(sentence));
  }

  private SyncWiring assembly(LearnedFacts knowledge, Consumer<RunEvent> heard) {
    return new SyncWiring(setup, knowledge.refusedFields(), clock, sleep(), heard);
  }

  private Sleep sleep() {
    return new Sleep(stop);
  }

  /// What the command line says goes before what the settings say.
  private OptionalInt limit(OptionalInt asked) {
    return asked.isPresent() ? asked : setup.settings().limit();
  }

  private String runId() {
    return RUN_ID.format(clock.instant())
        + "-"
        + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
  }
}
