package org.rollcall.server.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps those who show wrong tokens or passwords from trying on and on: after ten of them within a
/// minute, an address (or an account) is refused until that minute is over. Remembers the latest
/// few thousand. For many threads.
final class WrongTries {
  static final int ALLOWED = 10;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int HALF = 8;
  private static final int REMEMBERED = 4_096;

  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Count(Instant begin, int wrong) {}

  /// How long an address has to wait; empty where it may try.
  synchronized Optional<Duration> pause(String address, Instant now) {
    return Optional.ofNullable(counts.get(network(address)))
        .filter(count -> count.wrong() >= ALLOWED)
        .map(count -> Duration.between(now, count.begin().plus(WINDOW)))
        .filter(Duration::isPositive);
  }

  /// An address has shown something wrong, or is about to show something that is not known yet.
  synchronized void count(String address, Instant now) {
    counts.compute(
        network(address),
        (_, count) ->
            count == null || !now.isBefore(count.begin().plus(WINDOW))
                ? new Count(now, 1)
                : new Count(count.begin(), count.wrong() + 1));
  }

  /// What was counted last was right.
  synchronized void forgive(String address) {
    counts.computeIfPresent(
        network(address),
        (_, count) -> count.wrong() <= 1 ? null : new Count(count.begin(), count.wrong() - 1));
  }

  /// How many addresses are remembered.
  synchronized int size() {
    return counts.size();
  }

  /// Whoever has one address of version 6 usually has 2^64 of them, which share their first half.
  private static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, HALF)
          : address;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
