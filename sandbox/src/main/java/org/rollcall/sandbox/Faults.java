package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Which calls fail, and how. Thread-safe; the same calls in the same order fail in the same way.
public final class Faults {
  /// One rule. Every rule counts the calls of its kinds; the first rule that applies to a call
  /// decides.
  ///
  /// @param fault how the calls fail
  /// @param kinds the kinds of call that fail; empty for all
  /// @param first the first such call that fails, counted from one
  /// @param times how many such calls in a row fail from there; [#ALWAYS] for all
  /// @param share the share of those that fail, between 0 and 1, chosen at random
  public record Rule(Fault fault, Set<CallKind> kinds, int first, int times, double share) {
    /// All calls from the first one on.
    public static final int ALWAYS = Integer.MAX_VALUE;

    public Rule {
      kinds = Set.copyOf(kinds);
    }

    /// The `nth` call of that kind fails, counted from one.
    public static Rule nth(int nth, CallKind kind, Fault fault) {
      return new Rule(fault, Set.of(kind), nth, 1, 1);
    }

    /// The first `times` calls of that kind fail.
    public static Rule first(int times, CallKind kind, Fault fault) {
      return new Rule(fault, Set.of(kind), 1, times, 1);
    }

    /// Every call of that kind fails.
    public static Rule always(CallKind kind, Fault fault) {
      return new Rule(fault, Set.of(kind), 1, ALWAYS, 1);
    }

    /// That share of all calls fails.
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

  /// @param seed the seed of the random choice
  public Faults(List<Rule> rules, long seed) {
    this.rules = List.copyOf(rules);
    this.counts = new int[rules.size()];
    this.random = new Random(seed);
  }

  /// No call fails.
  public static Faults none() {
    return new Faults(List.of(), 0);
  }

  /// These rules, in this order.
  public static Faults of(Rule... rules) {
    return new Faults(List.of(rules), 0);
  }

  /// How the next call of that kind fails; empty if it does not fail.
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
