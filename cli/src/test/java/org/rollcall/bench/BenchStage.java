package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.model.Rate;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SampleSettings;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.NodeModules;
import org.rollcall.support.SupabaseStage;
import org.rollcall.support.Tokens;

/// A roster in a real PostgreSQL behind a real PostgREST, and the workspace that is right for it.
/// Every run gets an Intercom of its own, in which nothing of an earlier run is left.
final class BenchStage implements AutoCloseable {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));
  private static final String TOKEN = "bench";
  private static final Duration LATENCY = Duration.ofMillis(50);
  private static final List<String> ATTRIBUTES =
      List.of("member_type", "region", "facility", "positions");

  /// A limit that nobody meets, to fill the workspace with.
  private static final Lane UNLIMITED = new Lane(1_000_000, "rate: 1000000/10s", 1_000_000);

  private final int members;
  private final SupabaseStage supabase;
  private final Path folder;
  private World converged = empty();
  private int runs;

  private BenchStage(int members, SupabaseStage supabase, Path folder) {
    this.members = members;
    this.supabase = supabase;
    this.folder = folder;
  }

  /// Sets up a roster of so many members and fills a workspace from it.
  ///
  /// @param folder for the files of its runs
  static BenchStage of(int members, Path folder)
      throws SQLException, IOException, InterruptedException {
    Files.createDirectories(folder);
    var stage = new BenchStage(members, SupabaseStage.of(SampleRoster.of(members)), folder);
    var world = empty();
    stage.play(world, settings(UNLIMITED), UNLIMITED, Duration.ZERO, List.of(rollcall(), "sync"));
    stage.converged = world;
    return stage;
  }

  int members() {
    return members;
  }

  /// Runs one side through one night.
  ///
  /// @param sample how many members to sync, the first by number; all where it is as many as there
  ///   are
  Measured measure(Case night, Side side, Lane lane, int sample)
      throws SQLException, IOException, InterruptedException {
    supabase.database().execute(night.change());
    try {
      var world = night.beginsEmpty() ? empty() : converged.copy();
      var contacts = contacts(world);
      var played =
          play(world, night.in(settings(lane)), lane, LATENCY, command(night, side, lane, sample));
      return measured(night, side, lane, sample, contacts, played);
    } finally {
      supabase.database().execute(Case.restore());
    }
  }

  @Override
  public void close() throws IOException {
    supabase.close();
  }

  /// A run and what it asked.
  private record Played(Watched run, Traffic traffic) {}

  private Measured measured(
      Case night, Side side, Lane lane, int sample, int contacts, Played played) {
    var traffic = played.traffic();
    var seen = Measured.Cost.of(played.run(), traffic);
    var permitted =
        switch (side) {
          case ROLLCALL -> lane.permitted();
          case SCRIPT -> lane.limit();
        };
    return new Measured(
        night.label(),
        side.label(),
        lane.limit(),
        permitted,
        members,
        sample,
        contacts,
        seen,
        seen.of(members, sample, once(side, played)),
        traffic.whileWriting().utilisation(permitted),
        traffic.utilisation(permitted),
        traffic.busiest());
  }

  /// Rollcall has read both sides by its first write; the script asks for a member at once.
  private static Measured.Once once(Side side, Played played) {
    var traffic = played.traffic();
    var perMember =
        switch (side) {
          case ROLLCALL -> traffic.whileWriting();
          case SCRIPT -> traffic;
        };
    var begun = perMember.first(played.run().ended());
    var before =
        (int) traffic.entries().stream().filter(entry -> entry.time().isBefore(begun)).count();
    return new Measured.Once(
        before,
        Measured.seconds(Duration.between(played.run().started(), begun)),
        Measured.seconds(played.run().processorUntil(begun)));
  }

  private List<String> command(Case night, Side side, Lane lane, int sample) {
    return switch (side) {
      case ROLLCALL -> {
        var command = new ArrayList<>(List.of(rollcall(), "sync"));
        command.addAll(night.options());
        if (sample < members) {
          command.add("--limit=" + sample);
        }
        yield command;
      }
      case SCRIPT ->
          List.of("node", script(), Integer.toString(lane.limit()), Integer.toString(sample));
    };
  }

  private Played play(
      World world, String settings, Lane lane, Duration latency, List<String> command)
      throws IOException, InterruptedException {
    var intercom =
        new SandboxIntercom(
            world,
            Behaviour.DEFAULT,
            new Rate(lane.limit(), Traffic.WINDOW),
            Faults.none(),
            InstantSource.system());
    try (var server = SandboxServer.start(intercom, 0, latency)) {
      var place = Files.createDirectories(folder.resolve("run-" + ++runs));
      Files.writeString(place.resolve("rollcall.yaml"), settings);
      var run = Watched.run(process(command, place, server));
      if (run.code() != 0 && run.code() != 3) {
        throw new IllegalStateException(
            "%s ended with exit code %d; its last words: %s"
                .formatted(
                    String.join(" ", command),
                    run.code(),
                    Files.readString(place.resolve("err.txt")).lines().toList().reversed().stream()
                        .limit(5)
                        .toList()));
      }
      return new Played(run, new Traffic(intercom.log().entries()));
    }
  }

  private ProcessBuilder process(List<String> command, Path place, SandboxServer server) {
    var builder =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectOutput(place.resolve("out.txt").toFile())
            .redirectError(place.resolve("err.txt").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SUPABASE_URL",
                supabase.gateway().url().toString(),
                "SUPABASE_SERVICE_ROLE_KEY",
                Tokens.SECRET_KEY,
                "INTERCOM_API_URL",
                server.uri().toString(),
                "INTERCOM_ACCESS_TOKEN",
                TOKEN));
    return builder;
  }

  private static int contacts(World world) {
    return (int) world.contacts().stream().filter(StoredContact::isActive).count();
  }

  private static String settings(Lane lane) {
    return lane.in(SampleSettings.text());
  }

  private static World empty() {
    return World.withAttributes(SandboxWorkspace.sandbox(TOKEN), ATTRIBUTES);
  }

  /// The launcher: it starts the jar with the options that everybody's runs have.
  private static String rollcall() {
    return HOME.resolve("rollcall").toAbsolutePath().toString();
  }

  /// The script, copied to where its imports are found.
  private static String script() {
    try {
      var copy = NodeModules.directory().resolve("nightly-script.mjs");
      Files.copy(
          HOME.resolve("bench/baseline/nightly-script.mjs"),
          copy,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return copy.toAbsolutePath().toString();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException("The usual script could not be copied.", failed);
    }
  }
}
