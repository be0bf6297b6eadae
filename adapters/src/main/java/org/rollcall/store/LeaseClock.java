package org.rollcall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The clocks of a machine. None of them is right alone: the time of day can be set, one clock
/// stands still while the machine sleeps, and not every system tells the third.
///
/// @param day the time of day
/// @param nanos a clock that only goes forward, such as `System::nanoTime`
/// @param uptime how long the machine has been up, sleep included; empty where nobody tells
public record LeaseClock(
    InstantSource day, LongSupplier nanos, Supplier<Optional<Duration>> uptime) {
  private static final Path UPTIME = Path.of("/proc/uptime");

  /// What the clocks show at one moment.
  public record Reading(Instant day, long nanos, Optional<Duration> uptime) {}

  /// The clocks of this machine.
  ///
  /// @param day the time of day, which a test may set
  public static LeaseClock ofMachine(InstantSource day) {
    return new LeaseClock(day, System::nanoTime, LeaseClock::uptimeOfMachine);
  }

  /// What they show now.
  public Reading now() {
    return new Reading(day.instant(), nanos.getAsLong(), uptime.get());
  }

  /// How much time may have passed since `then`: as much as the clock says that says most.
  public Duration since(Reading then) {
    var now = now();
    var byUptime =
        now.uptime().flatMap(until -> then.uptime().map(from -> until.minus(from))).stream();
    return Stream.concat(
            Stream.of(
                Duration.between(then.day(), now.day()),
                Duration.ofNanos(now.nanos() - then.nanos())),
            byUptime)
        .max(Duration::compareTo)
        .orElseThrow();
  }

  /// Linux counts the seconds since the machine was started, and the time asleep is among them.
  private static Optional<Duration> uptimeOfMachine() {
    try {
      var seconds = Files.readString(UPTIME).split(" ", 2)[0];
      return Optional.of(Duration.ofMillis((long) (Double.parseDouble(seconds) * 1_000)));
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }
}
