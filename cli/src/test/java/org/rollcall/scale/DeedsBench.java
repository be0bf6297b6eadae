package org.rollcall.scale;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.rollcall.app.RunMemory;
import org.rollcall.app.SyncRules;
import org.rollcall.intercom.Wire;
import org.rollcall.listing.Listing;
import org.rollcall.model.FieldName;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Tolerance;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.run.LearnedFacts;
import org.rollcall.run.Lease;
import org.rollcall.run.MappingRule;
import org.rollcall.run.Revivals;
import org.rollcall.run.RunEvent;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.store.SqlJournal;
import org.rollcall.store.Store;
import org.rollcall.support.MemoryRoster;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;
import org.rollcall.support.SimulatedTime;
import org.rollcall.support.WiredNight;

/// What it costs a night of updates to write each deed down before it is done: what `bench/deeds`
/// runs.
final class DeedsBench {
  private static final FieldName REGION = FieldName.attribute("region");

  private final Path folder;
  private final int updates;
  private final Duration latency;
  private final World world =
      World.withAttributes(SandboxWorkspace.sandbox("bench"), List.of("region"));
  private int nights;

  /// How the journal is written.
  private enum Journal {
    AHEAD("waited for, as it is"),
    BESIDE("written, but not waited for"),
    NONE("not written");

    private final String words;

    Journal(String words) {
      this.words = words;
    }
  }

  private DeedsBench(Path folder, int updates, Duration latency) {
    this.folder = folder;
    this.updates = updates;
    this.latency = latency;
  }

  /// @param arguments the folder of the stores, how many updates a night has, how many milliseconds
  ///   an answer takes at least, and how many nights of each kind are measured
  public static void main(String[] arguments) throws Exception {
    var latency = Duration.ofMillis(Long.parseLong(arguments[2]));
    var bench = new DeedsBench(Path.of(arguments[0]), Integer.parseInt(arguments[1]), latency);
    bench.night(Journal.NONE);
    bench.night(Journal.AHEAD);
    var took = new EnumMap<Journal, List<Duration>>(Journal.class);
    for (int night = 0; night < Integer.parseInt(arguments[3]); night++) {
      for (var journal : Journal.values()) {
        took.computeIfAbsent(journal, _ -> new ArrayList<>()).add(bench.night(journal));
      }
    }
    System.out.println("| deeds | night, median | from, to |");
    System.out.println("|---|---:|---:|");
    took.forEach((journal, nights) -> print(journal, nights.stream().sorted().toList()));
  }

  private static void print(Journal journal, List<Duration> nights) {
    System.out.printf(
        "| %s | %.3f s | %.3f s, %.3f s |%n",
        journal.words,
        seconds(nights.get(nights.size() / 2)),
        seconds(nights.getFirst()),
        seconds(nights.getLast()));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  /// Every night all members have another region than the night before.
  private Duration night(Journal journal) throws Exception {
    nights++;
    var place = Files.createDirectory(folder.resolve("night-" + nights));
    try (var store = Store.in(place);
        var beside = Executors.newSingleThreadExecutor();
        var written =
            new SqlJournal(
                () -> store,
                new SqlJournal.Heading(SyncName.DEFAULT, "sync", "", Optional.empty()),
                clock(),
                this::fail)) {
      var began = System.nanoTime();
      var report = wired().run(Optional.empty(), () -> false, listener(journal, written, beside));
      var took = Duration.ofNanos(System.nanoTime() - began);
      beside.shutdown();
      beside.awaitTermination(1, TimeUnit.MINUTES);
      if (nights > 1 && report.totals().updated() != updates) {
        fail("The night was another than was to be measured: " + report.totals());
      }
      return took;
    }
  }

  private static Consumer<RunEvent> listener(
      Journal journal, SqlJournal written, ExecutorService beside) {
    return switch (journal) {
      case AHEAD -> written;
      case BESIDE -> event -> beside.execute(() -> written.accept(event));
      case NONE -> _ -> {};
    };
  }

  private WiredNight wired() {
    return new WiredNight(
        rules(),
        MemoryRoster.of(members()),
        wire(),
        new Nothing(),
        new SimulatedTime(Instant.now()));
  }

  private Wire wire() {
    var rate = new Rate(1_000_000, Duration.ofSeconds(1));
    var intercom = new SandboxIntercom(world, Behaviour.DEFAULT, rate, Faults.none(), clock());
    var sandbox = new SandboxWire(intercom, "bench", "2.17");
    return call -> {
      Thread.sleep(latency);
      return sandbox.exchange(call);
    };
  }

  private static SyncRules rules() {
    return new SyncRules(
        SyncName.DEFAULT,
        new RosterName("memory"),
        Optional.empty(),
        Optional.empty(),
        Map.of(REGION, ValueKind.TEXT),
        List.of(),
        MappingRule.UNKNOWN,
        Tolerance.IGNORED,
        Policy.DEFAULT,
        Listing.CHAIN,
        OptionalInt.empty(),
        16,
        100);
  }

  private List<Wanted> members() {
    var region = People.put("R" + nights);
    return IntStream.range(0, updates)
        .mapToObj(number -> People.wanted("" + (10_000 + number), "m" + number + "@example.org"))
        .map(member -> People.with(member, REGION, region))
        .toList();
  }

  private static InstantSource clock() {
    return InstantSource.system();
  }

  private void fail(String why) {
    throw new IllegalStateException(why);
  }

  private static final class Nothing implements RunMemory {
    @Override
    public Lease lease() {
      return Lease.none();
    }

    @Override
    public LearnedFacts facts(Target target) {
      return LearnedFacts.none();
    }

    @Override
    public Revivals revivals(Target target) {
      return Revivals.none();
    }
  }
}
