package org.rollcall.bench;

import java.time.Duration;

/// One run and what it cost, in the form in which it is kept.
///
/// @param limit calls that Intercom took in ten seconds
/// @param permitted calls in ten seconds that the run permitted itself
/// @param members in the roster
/// @param sample members that were really synced; fewer than `members` where the rest is
///   extrapolated
/// @param contacts in the workspace when the run began
/// @param seen what was measured
/// @param whole the same for all members: extrapolated where there was a sample
/// @param writing share of the permitted calls that was made from the first write to the last
/// @param running the same from the first call to the last
/// @param busiest most calls in any ten seconds
record Measured(
    String night,
    String side,
    int limit,
    int permitted,
    int members,
    int sample,
    int contacts,
    Cost seen,
    Cost whole,
    double writing,
    double running,
    int busiest) {
  /// @param lists calls that list contacts
  /// @param rateLimited calls answered with 429
  /// @param before seconds from the start to the first call
  /// @param page seconds from one page of the listing to the next
  /// @param after seconds from the last call to the end
  /// @param peak most memory that was resident, in bytes
  record Cost(
      int calls,
      int lists,
      int writes,
      int rateLimited,
      double wall,
      double before,
      double page,
      double after,
      double processor,
      long peak) {
    static Cost of(Watched run, Traffic traffic) {
      var first = traffic.first(run.ended());
      return new Cost(
          traffic.calls(),
          traffic.lists(),
          traffic.writes(),
          traffic.rateLimited(),
          seconds(run.wall()),
          seconds(Duration.between(run.started(), first)),
          seconds(traffic.page()),
          seconds(Duration.between(traffic.last(run.started()), run.ended())),
          seconds(run.processor()),
          run.peak());
    }

    /// The cost of `members` where this is the cost of `sample`: all that happens for each member
    /// so many times over; starting, reading the roster and listing the workspace only once.
    Cost of(int members, int sample, Once once) {
      double times = members / (double) sample;
      var more = (int) Math.round((calls - once.calls()) * times);
      return new Cost(
          once.calls() + more,
          lists,
          (int) Math.round(writes * times),
          (int) Math.round(rateLimited * times),
          once.wall() + (wall - once.wall()) * times,
          before,
          page,
          after,
          once.processor() + (processor - once.processor()) * times,
          peak);
    }
  }

  /// What a run costs before its first call for a member.
  record Once(int calls, double wall, double processor) {}

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
