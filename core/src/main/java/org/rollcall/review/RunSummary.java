package org.rollcall.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Gist;
import org.rollcall.run.Advice;

/// What a run came to.
///
/// @param fields those that were written in contacts that there were, the most changed first
/// @param failed why members were not put right, the most frequent cause first
/// @param skipped why nothing was asked of Intercom, likewise
public record RunSummary(List<FieldChanges> fields, List<Cause> failed, List<Cause> skipped) {
  private static final Set<SettledAs> WRITTEN = EnumSet.of(SettledAs.UPDATED, SettledAs.DEPARTED);

  /// A reason that members have in common.
  ///
  /// @param text the reason of the only member, or what the reasons of all have in common
  /// @param members whom it concerns, in the order of the run
  /// @param advice what to do about it; empty where the text says all that is known
  public record Cause(String text, List<MemberId> members, Optional<String> advice) {
    public Cause {
      members = List.copyOf(members);
    }
  }

  public RunSummary {
    fields = List.copyOf(fields);
    failed = List.copyOf(failed);
    skipped = List.copyOf(skipped);
  }

  static RunSummary of(List<RunEntry> entries) {
    var fields = new FieldTallies();
    var failed = new TreeMap<String, List<RunEntry>>();
    var skipped = new TreeMap<String, List<RunEntry>>();
    for (var entry : entries) {
      var ending = entry.outcome().orElse(SettledAs.UNKNOWN);
      if (WRITTEN.contains(ending)) {
        entry.fields().forEach(fields::count);
      }
      if (ending == SettledAs.FAILED) {
        count(failed, entry);
      }
      if (ending == SettledAs.SKIPPED) {
        count(skipped, entry);
      }
    }
    return new RunSummary(fields.sorted(), causes(failed), causes(skipped));
  }

  private static void count(Map<String, List<RunEntry>> causes, RunEntry entry) {
    causes.computeIfAbsent(Gist.of(entry.reason()), _ -> new ArrayList<>()).add(entry);
  }

  private static List<Cause> causes(Map<String, List<RunEntry>> causes) {
    return causes.entrySet().stream()
        .map(each -> cause(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingInt((Cause each) -> each.members().size()).reversed())
        .toList();
  }

  private static Cause cause(String gist, List<RunEntry> entries) {
    var reason = entries.getFirst().reason();
    boolean isShared = entries.stream().allMatch(each -> each.reason().equals(reason));
    return new Cause(
        isShared ? reason : gist,
        entries.stream().map(RunEntry::member).toList(),
        Advice.on(reason));
  }
}
