package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process from its start to its end, with what it used, looked up in `/proc` fifty times a
/// second. What it does in its last fiftieth is missed.
///
/// @param peak most memory that was resident, in bytes
public record Watched(Instant started, Instant ended, List<Sample> samples, long peak, int code) {
  private static final long GLANCE_MILLIS = 20;

  /// What the kernel counts processor time in: a hundredth of a second on every Linux.
  private static final long TICK_MILLIS = 10;

  /// Processor time used until then, of all threads, in user and kernel mode.
  public record Sample(Instant time, Duration processor) {}

  /// Runs it to its end.
  public static Watched run(ProcessBuilder command) throws IOException, InterruptedException {
    var samples = new ArrayList<Sample>();
    long peak = 0;
    var started = Instant.now();
    var process = command.start();
    try {
      do {
        peak = Math.max(peak, look(process.pid(), samples));
      } while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS));
    } finally {
      process.destroy();
    }
    return new Watched(started, Instant.now(), samples, peak, process.exitValue());
  }

  public Duration wall() {
    return Duration.between(started, ended);
  }

  public Duration processor() {
    return samples.isEmpty() ? Duration.ZERO : samples.getLast().processor();
  }

  /// Processor time used until `time`.
  public Duration processorUntil(Instant time) {
    return samples.stream()
        .takeWhile(sample -> !sample.time().isAfter(time))
        .reduce((_, later) -> later)
        .map(Sample::processor)
        .orElse(Duration.ZERO);
  }

  private static long look(long process, List<Sample> samples) {
    try {
      samples.add(new Sample(Instant.now(), processor(process)));
      return resident(process);
    } catch (IOException _) {
      return 0; // It has just ended.
    }
  }

  private static Duration processor(long process) throws IOException {
    var text = Files.readString(Path.of("/proc/%d/stat".formatted(process)));
    var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return Duration.ofMillis(
        (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS);
  }

  private static long resident(long process) throws IOException {
    // Read whole: of a process that ends meanwhile, a stream of lines would fail unchecked.
    return Files.readAllLines(Path.of("/proc/%d/status".formatted(process))).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0L);
  }
}
