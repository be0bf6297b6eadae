package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Rollcall beside the usual script: what `bench/run` runs.
public final class Benchmarks {
  private final Extent extent;
  private final Path folder;

  private Benchmarks(Extent extent, Path folder) {
    this.extent = extent;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    var extent =
        switch (String.join(" ", arguments)) {
          case "" -> Extent.USUAL;
          case "--quick" -> Extent.QUICK;
          case "--long" -> Extent.LONG;
          case "--whole" -> Extent.WHOLE;
          default ->
              throw new IllegalArgumentException("usage: bench/run [--quick | --long | --whole]");
        };
    var began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var benchmarks = new Benchmarks(extent, runs());
    var nights = benchmarks.nights();
    var growth = benchmarks.growth();
    var minutes = Duration.between(began, Instant.now()).toSeconds() / 60.0;
    var command = String.join(" ", "bench/run", String.join(" ", arguments)).strip();
    new Results(began.toString(), command, minutes, Machine.here(), nights, growth)
        .write(file(extent));
    System.out.print(Table.of(nights));
    System.out.printf("Written to %s.%n", file(extent));
  }

  /// A new folder for what the runs say.
  private static Path runs() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "runs-");
  }

  private static Path file(Extent extent) {
    return switch (extent) {
      case QUICK -> Path.of("target/bench/quick.json");
      case USUAL, LONG, WHOLE -> Path.of("bench/results/side-by-side.json");
    };
  }

  private List<Measured> nights() throws SQLException, IOException, InterruptedException {
    var measured = new ArrayList<Measured>();
    try (var stage = stage(extent.members())) {
      for (var lane : extent.lanes()) {
        for (var night : Case.values()) {
          for (var side : night.sides()) {
            measured.add(tell(stage.measure(night, side, lane, extent.sample(night, side, lane))));
          }
        }
      }
    }
    return measured;
  }

  /// The same night with rosters of several sizes.
  private List<Measured> growth() throws SQLException, IOException, InterruptedException {
    var measured = new ArrayList<Measured>();
    for (var members : extent.sizes()) {
      try (var stage = stage(members)) {
        measured.add(
            tell(
                stage.measure(
                    Case.HUNDRED_CHANGED, Side.ROLLCALL, extent.lanes().getFirst(), members)));
      }
    }
    return measured;
  }

  private BenchStage stage(int members) throws SQLException, IOException, InterruptedException {
    System.err.printf("bench: setting up %d members and their contacts...%n", members);
    return BenchStage.of(members, folder.resolve("members-" + members));
  }

  private static Measured tell(Measured measured) {
    System.err.print("bench: " + Table.line(measured));
    return measured;
  }
}
