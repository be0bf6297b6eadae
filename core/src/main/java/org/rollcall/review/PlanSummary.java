package org.rollcall.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollcall.plan.Gist;

/// What a plan comes to. Contacts that are made are counted by the plan and not by field here,
/// since all of their fields are new.
///
/// @param fields those that change, the most changed first
/// @param skipped why nothing is done for members, the most frequent reason first
public record PlanSummary(List<FieldChanges> fields, List<Reason> skipped) {
  /// A reason, without what differs from one member to the next.
  ///
  /// @param members how many it concerns
  public record Reason(String text, int members) {}

  public PlanSummary {
    fields = List.copyOf(fields);
    skipped = List.copyOf(skipped);
  }

  /// The sum of `entries`.
  static PlanSummary of(List<PlanEntry> entries) {
    var fields = new FieldTallies();
    var reasons = new TreeMap<String, Integer>();
    for (var entry : entries) {
      switch (entry) {
        case PlanEntry.Update _, PlanEntry.Depart _, PlanEntry.Restore _ ->
            entry.fields().forEach(fields::count);
        case PlanEntry.Skip(_, _, var reason) -> count(reasons, reason);
        case PlanEntry.Clash(_, _, _, var reason) -> count(reasons, reason);
        case PlanEntry.Create _, PlanEntry.Revive _, PlanEntry.Unchanged _ -> {}
      }
    }
    return new PlanSummary(
        fields.sorted(),
        reasons.entrySet().stream()
            .map(each -> new Reason(each.getKey(), each.getValue()))
            .sorted(Comparator.comparingInt(Reason::members).reversed())
            .toList());
  }

  private static void count(Map<String, Integer> reasons, String reason) {
    reasons.merge(Gist.of(reason), 1, Integer::sum);
  }
}
