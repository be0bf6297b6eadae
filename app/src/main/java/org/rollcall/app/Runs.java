package org.rollcall.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Trigger;
import org.rollcall.plan.Safeguard;
import org.rollcall.review.EndedAs;
import org.rollcall.review.RunFilter;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.run.SerializedListener;
import org.rollcall.run.Stop;
import org.rollcall.settings.Notify;
import org.rollcall.settings.SettingsException;
import org.rollcall.store.StoreTrouble;

/// The only way to begin a run. Its callers, such as the command line, a schedule or an API, do not
/// know how a run is put together. For many threads. Runs of several syncs may go on at once.
public final class Runs {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// So many runs may have found the sync paused.
  private static final int LOOKED_AT = 30;

  private static final Starter NOBODY = new Starter("", "", Trigger.UNKNOWN);

  private final RunSurroundings surroundings;
  private final InstantSource clock;

  private final Supplier<Starter> starter;

  /// @param starter who starts the runs; asked when one is written down
  Runs(RunSurroundings surroundings, InstantSource clock, Supplier<Starter> starter) {
    this.surroundings = surroundings;
    this.clock = clock;
    this.starter = starter;
  }

  /// Runs in a world that lives no longer than the program. Nothing of them is kept, and nobody is
  /// told.
  public static Runs passing(InstantSource clock) {
    return new Runs(RunSurroundings.none(), clock, () -> NOBODY);
  }

  /// Begins a run of `sync`, which goes on by itself.
  public RunHandle start(NamedSync sync, RunRequest request) {
    return start(sync.name(), () -> sync, request);
  }

  /// The same for a sync that is read first. Mistakes in its settings end the run, and those who
  /// are told how it ended hear of them.
  RunHandle start(SyncName name, Supplier<NamedSync> sync, RunRequest request) {
    var id = runId(clock.instant());
    return switch (request) {
      case RunRequest.Simulated(var limit) ->
          RunHandle.simulate(
              name,
              id,
              clock,
              (run, stop, events) ->
                  Sentences.orStopped(() ->
                      new SimulatedRun(sync.get(), surroundings, clock)
                          .run(run, limit, stop, events)));
      case RunRequest.Writing writing ->
          RunHandle.start(
              name,
              id,
              clock,
              (run, stop, events) ->
                  Sentences.orStopped(() -> carryOut(name, sync, writing, run, stop, events)));
    };
  }

  private Report carryOut(
      SyncName name,
      Supplier<NamedSync> sync,
      RunRequest.Writing request,
      String id,
      Stop stop,
      Consumer<RunEvent> events)
      throws InterruptedException {
    return request instanceof RunRequest.Everybody
        ? told(name, sync, request, id, stop, events)
        : written(sync.get(), request, id, stop, events);
  }

  private static String runId(Instant now) {
    return RUN_ID.format(now)
        + "-"
        + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
  }

  /// The people named in the settings are told how the nightly job ended.
  private Report told(
      SyncName name,
      Supplier<NamedSync> sync,
      RunRequest.Writing request,
      String id,
      Stop stop,
      Consumer<RunEvent> events)
      throws InterruptedException {
    try (var notifications =
        new RunNotifications(notifiers(sync), surroundings.reportUrl(), clock)) {
      return notifications.around(
          name,
          heard -> written(sync.get(), request, id, stop, heard),
          stop,
          () -> before(name, id),
          events);
    }
  }

  /// How the run before this one ended, apart from those that found the sync paused.
  private Optional<EndedAs> before(SyncName name, String id) {
    try {
      return surroundings
          .history()
          .runs(new RunFilter(Optional.of(name), Optional.empty()), LOOKED_AT)
          .stream()
          .filter(run -> !run.run().equals(id))
          .flatMap(run -> run.status().stream())
          .filter(ending -> ending != EndedAs.PAUSED)
          .findFirst();
    } catch (StoreTrouble | RunStopped _) {
      return Optional.empty();
    }
  }

  /// Who is told. Where that cannot be read, all mistakes are told together.
  private List<Notify> notifiers(Supplier<NamedSync> sync) {
    try {
      return surroundings.notifiers();
    } catch (SettingsException wrong) {
      var _ = sync.get();
      throw wrong;
    }
  }

  private Report written(
      NamedSync sync, RunRequest.Writing request, String id, Stop stop, Consumer<RunEvent> events) {
    var trouble = new OncePerSentence(sentence -> events.accept(new RunEvent.Warned(sentence)));
    try (var record = surroundings.record(sync, request, starter.get(), stop, trouble)) {
      var heard = new SerializedListener<RunEvent>(event -> tell(event, record, events));
      var sleep = new Sleep(stop);
      var turns = surroundings.turns(!request.overrides().lease());
      try (var client = sync.client(turns, clock, sleep, surroundings.calls(), heard);
          var _ = new HangUpAfterStop(stop, client::close)) {
        var wiring = sync.wiring(client, record.memory(), sleep, clock);
        return run(sync, request, wiring.accepting(request.overrides()), id, stop, heard);
      }
    }
  }

  /// A run says right after its start which store remembers it.
  private static void tell(RunEvent event, RunRecord record, Consumer<RunEvent> events) {
    record.accept(event);
    events.accept(event);
    if (event instanceof RunEvent.Started) {
      record.place().map(RunEvent.StoreFound::new).ifPresent(events);
    }
  }

  private Report run(
      NamedSync sync,
      RunRequest.Writing request,
      SyncWiring wiring,
      String id,
      Stop stop,
      Consumer<RunEvent> events) {
    var safeguard = safeguard(sync, request.overrides().safeguard());
    var limit = OptionalInt.empty();
    var run =
        switch (request) {
          case RunRequest.Everybody everybody -> {
            limit = everybody.limit();
            if (limit.isEmpty()) {
              limit = sync.definition().settings().limit();
            }
            yield (everybody.resend() ? wiring.resending() : wiring)
                .everybody(safeguard, everybody.batchSize());
          }
          case RunRequest.Chosen chosen -> wiring.chosen(chosen.choice(), safeguard);
          case RunRequest.Undo undo ->
              wiring.undo(
                  new UndoneRun(surroundings::history, undo.run(), undo.member())::changes,
                  undo.choice(),
                  safeguard);
        };
    return run.run(id, limit, stop, events);
  }

  private static Optional<Safeguard> safeguard(NamedSync sync, boolean force) {
    return force
        ? Optional.empty()
        : Optional.of(new Safeguard(sync.definition().settings().safeguard()));
  }
}
