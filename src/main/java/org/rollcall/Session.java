package org.rollcall;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.rollcall.apply.Applier;
import org.rollcall.apply.Recovery;
import org.rollcall.mapping.Setup;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Safeguard;
import org.rollcall.run.GatewayDirectory;
import org.rollcall.run.LastGoodRun;
import org.rollcall.run.Planning;
import org.rollcall.run.Preflight;
import org.rollcall.run.Reading;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.Simulation;
import org.rollcall.run.Sync;
import org.rollcall.store.LastGoodRunFile;

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
  }

  Report simulate(OptionalInt limit) throws InterruptedException {
    return new Simulation(reading(), clock).run(runId(), limit(limit), events);
  }

  Plan plan(OptionalInt limit) throws InterruptedException {
    try (var client = client()) {
      return planning(client).plan(limit(limit), events).plan();
    }
  }

  /// @param safeguard what judges the plan; empty where the operator overrides it
  Report sync(OptionalInt limit, int batchSize, Optional<Safeguard> safeguard) {
    try (var client = client();
        var _ = new LastCall(stop, client::close)) {
      return new Sync(
              planning(client),
              safeguard,
              lastGoodRun(),
              roll ->
                  new Applier(
                      client.gateway(),
                      new Recovery(roll, setup.settings().policy()),
                      setup.settings().intercom().concurrency(),
                      batchSize),
              client::calls,
              clock)
          .run(runId(), limit(limit), stop, events);
    }
  }

  /// The members as they should be, read anew.
  Reading reading() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new Reading(
        Rosters.fresh(setup.settings(), sleep, clock),
        member -> setup.projection().project(member, today));
  }

  private Planning planning(IntercomClient client) {
    var settings = setup.settings();
    return new Planning(
        reading(),
        Rosters.of(settings, sleep),
        new GatewayDirectory(client.gateway()),
        new Preflight(settings.intercom().workspace(), setup.projection().attributes()),
        settings.policy());
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
    var checksum = new CRC32();
    checksum.update(Rosters.nameOf(setup.settings()).getBytes(StandardCharsets.UTF_8));
    var name = "last-good-run-" + HexFormat.of().toHexDigits((int) checksum.getValue());
    return new LastGoodRunFile(folder.resolve(name), _ -> {});
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
