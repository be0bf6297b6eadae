package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Which calls go wrong, and how. Safe for use by many threads; the same calls in the same order go
/// wrong in the same way.
public final class Faults {
  /// One rule. A call is counted by every rule that speaks of its kind; the first rule whose turn
  /// it is decides.
  ///
  /// @param fault what happens
  /// @param kinds the kinds of call it happens to; empty for all
  /// @param first the first such call it happens to, counted from one
  /// @param times how many such calls in a row from there; [#ALWAYS] for all
  /// @param share how many of those, between 0 and 1, chosen at random
  public record Rule(Fault fault, Set<CallKind> kinds, int first, int times, double share) {
    /// Every call from the first on.
    public static final int ALWAYS = Integer.MAX_VALUE;

    public Rule {
      kinds = Set.copyOf(kinds);
    }

    /// The `nth` call of that kind, counted from one, goes wrong.
    public static Rule nth(int nth, CallKind kind, Fault fault) {
      return new Rule(fault, Set.of(kind), nth, 1, 1);
    }

    /// The first calls of that kind go wrong.
    public static Rule first(int times, CallKind kind, Fault fault) {
      return new Rule(fault, Set.of(kind), 1, times, 1);
    }

    /// Every call of that kind goes wrong.
    public static Rule always(CallKind kind, Fault fault) {
      return new Rule(fault, Set.of(kind), 1, ALWAYS, 1);
    }

    /// That share of all calls goes wrong.
    public static Rule share(double share, Fault fault) {
      return new Rule(fault, Set.of(), 1, ALWAYS, share);
    }

    private boolean concerns(CallKind kind) {
      return kinds.isEmpty() || kinds.contains(kind);
    }

    private boolean isTurn(int count) {
      return count >= first && count - first < times;
    }
  }

  private final List<Rule> rules;
  private final int[] counts;
  private final Random random;

  /// @param seed of the random choice
  public Faults(List<Rule> rules, long seed) {
    this.rules = List.copyOf(rules);
    this.counts = new int[rules.size()];
    this.random = new Random(seed);
  }

  /// Nothing goes wrong.
  public static Faults none() {
    return new Faults(List.of(), 0);
  }

  /// These rules, in this order.
  public static Faults of(Rule... rules) {
    return new Faults(List.of(rules), 0);
  }

  /// What happens to the next call, which is of that kind.
  synchronized Optional<Fault> next(CallKind kind) {
    var due = new ArrayList<Fault>();
    for (var index = 0; index < counts.length; index++) {
      var rule = rules.get(index);
      if (rule.concerns(kind) && rule.isTurn(++counts[index]) && drawn(rule)) {
        due.add(rule.fault());
      }
    }
    return due.stream().findFirst();
  }

  private boolean drawn(Rule rule) {
    return rule.share() >= 1 || random.nextDouble() < rule.share();
  }
}
