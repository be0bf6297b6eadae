package org.rollcall;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.rollcall.apply.Applier;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Recovery;
import org.rollcall.mapping.Projected;
import org.rollcall.mapping.Setup;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Roll;
import org.rollcall.plan.Safeguard;
import org.rollcall.run.ChosenPlan;
import org.rollcall.run.Explaining;
import org.rollcall.run.Explanation;
import org.rollcall.run.FirstLoad;
import org.rollcall.run.GatewayDirectory;
import org.rollcall.run.HoldingBack;
import org.rollcall.run.JournaledChange;
import org.rollcall.run.LastGoodRun;
import org.rollcall.run.Lease;
import org.rollcall.run.Noting;
import org.rollcall.run.Planning;
import org.rollcall.run.Preflight;
import org.rollcall.run.Reading;
import org.rollcall.run.RefusedFields;
import org.rollcall.run.Report;
import org.rollcall.run.Revivals;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;
import org.rollcall.run.Simulation;
import org.rollcall.run.Sync;
import org.rollcall.run.Undoing;
import org.rollcall.store.LastGoodRunFile;
import org.rollcall.store.RefusedFieldsFile;

/// One command's work on one roster and one workspace: builds what it needs and runs it once.
final class Session {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Setup setup;
  private final Optional<Path> memory;
  private final InstantSource clock;
  private final BooleanSupplier stop;
  private final Consumer<RunEvent> events;
  private final Sleep sleep;
  private final RefusedFields refusedFields;

  /// @param memory where to keep what the next run should know; empty to keep nothing
  Session(
      Setup setup,
      Optional<Path> memory,
      InstantSource clock,
      BooleanSupplier stop,
      Consumer<RunEvent> events) {
    this.setup = setup;
    this.memory = memory;
    this.clock = clock;
    this.stop = stop;
    this.events = new InTurn(events);
    this.sleep = new Sleep(stop);
    this.refusedFields =
        memory.<RefusedFields>map(this::refusedFieldsFile).orElseGet(RefusedFields::none);
  }

  Report simulate(OptionalInt limit) throws InterruptedException {
    return new Simulation(reading(), clock).run(runId(), limit(limit), events);
  }

  Plan plan(OptionalInt limit) throws InterruptedException {
    try (var client = client()) {
      return planning(client, preflight(_ -> {})).plan(limit(limit), events).plan();
    }
  }

  /// @param safeguard what judges the plan; empty where the operator overrides it
  Report sync(OptionalInt limit, int batchSize, Optional<Safeguard> safeguard) {
    try (var remembering = Remembering.of(memory, "sync", setup, clock, events)) {
      return new Session(setup, memory, clock, stop, remembering.events())
          .sync(limit, batchSize, safeguard, remembering.lease(), remembering.revivals());
    }
  }

  /// Carries out what `choice` takes of the plan, and nothing else.
  ///
  /// @param command what was asked for
  /// @param choice from the changes that there is something to do or say about
  Report apply(
      String command, Function<List<Change>, List<Change>> choice, Optional<Safeguard> safeguard) {
    try (var remembering = Remembering.of(memory, command, setup, clock, events)) {
      return new Session(setup, memory, clock, stop, remembering.events())
          .apply(choice, safeguard, remembering.lease(), remembering.revivals());
    }
  }

  private Report apply(
      Function<List<Change>, List<Change>> choice,
      Optional<Safeguard> safeguard,
      Lease lease,
      Revivals revivals) {
    var run = runId();
    try (var client = client();
        var _ = new LastCall(stop, client::close)) {
      var noting = new Noting(client.gateway(), revivals);
      var whole = planning(client, preflight(begun(lease, run, noting)));
      var report =
          new Sync(
                  new ChosenPlan(whole, choice),
                  safeguard,
                  new Forgetful(),
                  applier(noting, setup.settings().batchSize()),
                  client::calls,
                  clock)
              .run(run, OptionalInt.empty(), stop, events);
      noting.seenTo();
      return report;
    }
  }

  private Report sync(
      OptionalInt limit,
      int batchSize,
      Optional<Safeguard> safeguard,
      Lease lease,
      Revivals revivals) {
    var run = runId();
    try (var client = client();
        var _ = new LastCall(stop, client::close)) {
      var noting = new Noting(client.gateway(), revivals);
      var preflight = preflight(begun(lease, run, noting));
      var sync =
          new Sync(
                  planning(client, preflight),
                  safeguard,
                  lastGoodRun(),
                  applier(noting, batchSize),
                  client::calls,
                  clock)
              .with(refusedFields);
      var bulk = setup.settings().intercom().bulk();
      var report =
          (bulk ? sync.with(new FirstLoad(client.gateway(), sleep)) : sync)
              .run(run, limit(limit), stop, events);
      noting.seenTo();
      return report;
    }
  }

  /// Why a member looks as they do, and what the next run would do about it.
  Explanation explain(String asked, BiFunction<MemberId, Integer, List<JournaledChange>> history)
      throws InterruptedException {
    try (var client = client()) {
      var expressions = new TreeMap<FieldName, String>();
      setup
          .projection()
          .expressions()
          .forEach((field, text) -> expressions.put(field, text.text()));
      return new Explaining(
              mapping(),
              mapping -> planning(client, preflight(_ -> {}), mapping),
              expressions,
              history)
          .of(asked, events);
    }
  }

  /// What taking `changes` back would do.
  Plan planUndo(List<JournaledChange> changes) throws InterruptedException {
    try (var client = client()) {
      return undoing(client, changes, preflight(_ -> {})).plan(OptionalInt.empty(), events).plan();
    }
  }

  /// Takes `changes` back. It is a run like any other, and can itself be taken back.
  Report undo(List<JournaledChange> changes, Optional<Safeguard> safeguard) {
    try (var remembering = Remembering.of(memory, "undo", setup, clock, events)) {
      return new Session(setup, memory, clock, stop, remembering.events())
          .undo(changes, safeguard, remembering.lease());
    }
  }

  private Report undo(List<JournaledChange> changes, Optional<Safeguard> safeguard, Lease lease) {
    var run = runId();
    try (var client = client();
        var _ = new LastCall(stop, client::close)) {
      return new Sync(
              undoing(client, changes, preflight(account -> lease.take(account, run))),
              safeguard,
              new Forgetful(),
              applier(client.gateway(), setup.settings().batchSize()),
              client::calls,
              clock)
          .run(run, OptionalInt.empty(), stop, events);
    }
  }

  private Undoing undoing(
      IntercomClient client, List<JournaledChange> changes, Preflight preflight) {
    return new Undoing(
        changes,
        new GatewayDirectory(client.gateway()),
        preflight,
        setup.projection().attributes());
  }

  private Function<Roll, Applier> applier(Gateway gateway, int batchSize) {
    return roll ->
        new Applier(
            gateway,
            new Recovery(roll, setup.settings().policy()),
            setup.settings().intercom().concurrency(),
            batchSize);
  }

  /// What a run that writes does before it reads: it takes the lease, and puts back what a killed
  /// run had brought back.
  private Preflight.Admission begun(Lease lease, String run, Noting noting) {
    return account -> {
      lease.take(account, run);
      noting.putBack(events);
    };
  }

  private Preflight preflight(Preflight.Admission admitted) {
    return new Preflight(
        setup.settings().intercom().workspace(),
        setup.projection().attributes(),
        account -> {
          events.accept(new RunEvent.Admitted(account));
          admitted.admit(account);
        });
  }

  /// The members as they should be, read anew.
  Reading reading() {
    return reading(roster());
  }

  private Reading reading(Roster roster) {
    return new Reading(roster, mapping());
  }

  private Function<Member, Projected> mapping() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var holdingBack = new HoldingBack(refusedFields);
    return member -> holdingBack.from(setup.projection().project(member, today));
  }

  private Planning planning(IntercomClient client, Preflight preflight) {
    return planning(client, preflight, mapping());
  }

  private Planning planning(
      IntercomClient client, Preflight preflight, Function<Member, Projected> mapping) {
    var settings = setup.settings();
    var roster = roster();
    return new Planning(
        new Reading(roster, mapping),
        roster,
        new GatewayDirectory(client.gateway()),
        preflight,
        settings.policy());
  }

  private Roster roster() {
    return Rosters.fresh(setup.settings(), sleep, clock);
  }

  private IntercomClient client() {
    return new IntercomClient(
        setup.settings().intercom(),
        setup.settings().requireToken(),
        setup.projection().attributes().keySet(),
        clock,
        sleep,
        events);
  }

  /// What the command line says goes before what the settings say.
  private OptionalInt limit(OptionalInt asked) {
    return asked.isPresent() ? asked : setup.settings().limit();
  }

  private LastGoodRun lastGoodRun() {
    return memory.<LastGoodRun>map(this::file).orElseGet(Forgetful::new);
  }

  private LastGoodRunFile file(Path folder) {
    return new LastGoodRunFile(folder.resolve(ofThisRoster("last-good-run")), this::warn);
  }

  private RefusedFieldsFile refusedFieldsFile(Path folder) {
    return new RefusedFieldsFile(folder.resolve(ofThisRoster("refused-fields")), this::warn);
  }

  /// A file's name that no other roster has.
  private String ofThisRoster(String name) {
    var checksum = new CRC32();
    checksum.update(Rosters.nameOf(setup.settings()).getBytes(StandardCharsets.UTF_8));
    return name + "-" + HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private void warn(String sentence) {
    events.accept(new RunEvent.Warned(sentence));
  }

  private String runId() {
    return RUN_ID.format(clock.instant())
        + "-"
        + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
  }

  /// For a world that lives no longer than the program.
  private static final class Forgetful implements LastGoodRun {
    @Override
    public OptionalInt members() {
      return OptionalInt.empty();
    }

    @Override
    public void remember(int members) {}
  }
}
