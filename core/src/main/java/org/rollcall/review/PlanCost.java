package org.rollcall.review;

import java.time.Duration;
import org.rollcall.model.Rate;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;

/// What carrying a plan out would take, about: calls that write, at the rate that the settings
/// allow. Answers that need a second look, and the list that is read before, come on top.
///
/// @param calls to Intercom
/// @param rate the most calls in a while
public record PlanCost(int calls, Rate rate) {
  /// What Intercom gives a program by default: 10,000 calls a minute, in windows of ten seconds.
  public static final Rate USUAL = new Rate(1_666, Duration.ofSeconds(10));

  /// How many members one bulk call takes.
  private static final int BULK = 100;

  /// The cost of `plan`.
  ///
  /// @param rate the most calls in a while
  /// @param inBulk whether contacts are made by bulk calls
  public static PlanCost of(Plan plan, Rate rate, boolean inBulk) {
    int calls = plan.notable().stream().mapToInt(PlanCost::calls).sum();
    int made = plan.counts().create();
    int saved = inBulk ? made - Math.ceilDiv(made, BULK) : 0;
    return new PlanCost(calls - saved, rate);
  }

  /// How long these calls take, if nothing but the rate holds them up.
  public Duration duration() {
    return rate.window().multipliedBy(calls).dividedBy(rate.calls());
  }

  private static int calls(Change change) {
    return switch (change) {
      case Change.Create _ -> 1;
      case Change.Update update -> 1 + update.surplus().size();
      case Change.Unchanged same -> same.surplus().size();
      case Change.Revive revive -> revive.isBlocked() ? 4 : 3;
      case Change.Depart _ -> 1;
      case Change.Restore restore -> restore.deeds().size();
      case Change.Skip _, Change.Clash _ -> 0;
    };
  }
}
