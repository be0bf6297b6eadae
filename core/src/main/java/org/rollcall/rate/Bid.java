package org.rollcall.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// What a user of a rate says to the others next, and the part that it has if they hear it.
///
/// The reserved shares of all users are never more than the whole. A user reserves at least what
/// counts for it now. So one whose part becomes smaller gives back as its calls become old, and
/// whoever gets more never uses what may still count for another.
///
/// @param claim what it says
/// @param part what it may use as soon as they have heard it. If this is less than before, it holds
///   at once.
public record Bid(Claim claim, Part part) {
  /// How long calls that are left over stay with the same users.
  private static final Duration TURN = Duration.ofSeconds(20);

  /// What is lost where shares are added up.
  private static final double ROUNDING = 1e-9;

  /// The next bid of a user.
  ///
  /// @param others what the other users said last
  /// @param now the time, by a clock that all users have in common
  public static Bid of(String user, Demand demand, List<Claim> others, Instant now) {
    int whole = demand.whole();
    int mine = Math.min(fair(user, demand, others, now), free(whole, others));
    int reserved = Math.min(whole, Math.max(demand.held(), mine));
    return new Bid(
        new Claim(user, (double) reserved / whole, (double) demand.wanted() / whole, true),
        new Part(mine, whole, others.isEmpty()));
  }

  private static int fair(String user, Demand demand, List<Claim> others, Instant now) {
    var wants = new TreeMap<String, Integer>();
    for (var other : others) {
      if (other.lives()) {
        wants.put(other.user(), (int) Math.ceil(other.wanted() * demand.whole() - ROUNDING));
      }
    }
    wants.put(user, demand.wanted());
    long turn = Math.floorDiv(now.getEpochSecond(), TURN.toSeconds());
    return Division.of(demand.whole(), wants, turn).getOrDefault(user, 0);
  }

  private static int free(int whole, List<Claim> others) {
    double reserved = others.stream().mapToDouble(Claim::reserved).sum();
    return (int) Math.floor(Math.max(0, 1 - reserved) * whole + ROUNDING);
  }
}
