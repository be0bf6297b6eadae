package org.rollcall.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.CompactWanted;
import org.rollcall.plan.Notice;

/// The roster, read whole and mapped.
///
/// @param wanted the members that shall have a contact, in the roster's order
/// @param skips the members that get none, and why
/// @param notices the codes that no vocabulary knows
/// @param joined how many rows each joined table gave to these members
/// @param requests calls or queries it took
public record MappedRoster(
    List<Wanted> wanted,
    List<Change.Skip> skips,
    List<Notice> notices,
    Map<JoinedTable, Integer> joined,
    int requests) {
  public MappedRoster {
    wanted = CompactWanted.keep(wanted);
    skips = List.copyOf(skips);
    notices = List.copyOf(notices);
    joined = Map.copyOf(joined);
  }

  /// Everybody read.
  public Set<MemberId> eligible() {
    return Stream.concat(
            wanted.stream().map(Wanted::member), skips.stream().map(Change.Skip::member))
        .collect(Collectors.toSet());
  }

  /// Members read.
  public int members() {
    return wanted.size() + skips.size();
  }
}
